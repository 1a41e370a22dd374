import { describe, expect, it } from 'vitest'
import { restMsAfter } from './call-breaker'
import { admitCall, type BudgetLimits, type BudgetState, fullBudget, type Lane } from './call-budget'

const limits: BudgetLimits = { requestsPerHour: 5_000, sourcePerHour: 5_000, sourcePerMinute: 500 }
const start = 1_000_000

/** Sends calls as fast as they are admitted until the instant; returns when each left. */
function drain(
  lane: Lane,
  isSource: boolean,
  untilMs: number,
  from = fullBudget(limits, start),
): { at: number[]; state: BudgetState } {
  let state = from
  let now = start
  const at: number[] = []
  while (now < untilMs) {
    const admission = admitCall(state, limits, { lane, isSource }, now)
    if (admission.outcome === 'admitted') {
      state = admission.next
      at.push(now)
    } else now += admission.waitMs
  }
  return { at, state }
}

function mostIn(at: number[], windowMs: number): number {
  let first = 0
  return at.reduce((most, instant, index) => {
    while ((at[first] ?? 0) <= instant - windowMs) first += 1
    return Math.max(most, index - first + 1)
  }, 0)
}

describe('admitCall', () => {
  it('lets no window of a minute or an hour see more source calls than the limits', () => {
    const { at } = drain('apply', true, start + 2 * 3_600_000)
    expect(mostIn(at, 60_000)).toBeLessThanOrEqual(500)
    expect(mostIn(at, 3_600_000)).toBeLessThanOrEqual(5_000)
    expect(at.length).toBeGreaterThan(7_000)
  })

  it('reads 500 tables at the source within two minutes, in the lane of scans', () => {
    expect(drain('scan', true, start + 120_000).at.length).toBeGreaterThan(500)
  })

  it('leaves to each lane what the ones below may not take', () => {
    const { state } = drain('scan', false, start + 1)
    expect(admitCall(state, limits, { lane: 'scan', isSource: false }, start).outcome).toBe('spent')
    expect(admitCall(state, limits, { lane: 'look', isSource: false }, start).outcome).toBe('admitted')
    const looked = drain('look', false, start + 1, state).state
    expect(admitCall(looked, limits, { lane: 'look', isSource: false }, start).outcome).toBe('spent')
    expect(admitCall(looked, limits, { lane: 'apply', isSource: false }, start).outcome).toBe('admitted')
  })

  it('lets nothing leave before the instant the service named, in any lane', () => {
    const held = { ...fullBudget(limits, start), heldUntilMs: start + 4_000 }
    expect(admitCall(held, limits, { lane: 'apply', isSource: false }, start + 3_999)).toEqual({
      outcome: 'held',
      waitMs: 1,
    })
    expect(admitCall(held, limits, { lane: 'apply', isSource: false }, start + 4_000).outcome).toBe('admitted')
  })

  it('lets one call look after a rest, and no second one beside it', () => {
    const open = { ...fullBudget(limits, start), failures: 6, openUntilMs: start + 5_000 }
    expect(admitCall(open, limits, { lane: 'apply', isSource: false }, start)).toEqual({
      outcome: 'resting',
      waitMs: 5_000,
    })
    const probe = admitCall(open, limits, { lane: 'scan', isSource: false }, start + 5_000)
    if (probe.outcome !== 'admitted') throw new Error('the probe was refused')
    expect(admitCall(probe.next, limits, { lane: 'apply', isSource: false }, start + 5_001).outcome).toBe('resting')
  })

  it('gains nothing from a clock that stepped back, and loses what a lower limit no longer allows', () => {
    const { state } = drain('apply', true, start + 1)
    expect(admitCall(state, limits, { lane: 'apply', isSource: true }, start - 3_600_000).outcome).toBe('spent')
    const lower = admitCall(
      fullBudget(limits, start),
      { ...limits, requestsPerHour: 100 },
      { lane: 'apply', isSource: false },
      start,
    )
    expect(lower).toMatchObject({ outcome: 'admitted', next: { requestTokens: 49 } })
  })

  it('rests longer after each failure, never more than five minutes', () => {
    expect([5, 6, 7, 12, 40].map(restMsAfter)).toEqual([0, 5_000, 10_000, 300_000, 300_000])
  })
})
