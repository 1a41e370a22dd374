import { describe, expect, it } from 'vitest'
import {
  type BaselineSource,
  type BaselineVersion,
  baselineRange,
  baselineSourceSchema,
  moveBaseline,
} from './baseline-version'

const now = Date.UTC(2026, 10, 12, 10)
const decide = (ground: BaselineVersion['decision']['ground'], decidedAtMs = now) => ({
  decidedBy: 'ada',
  decidedAtMs,
  ground,
  reason: 'looked at',
})
const october: BaselineSource = { kind: 'training-set', datasetId: 'd1', from: '2026-10-01', to: '2026-10-31' }
const first: BaselineVersion = { version: 1, source: october, decision: decide('first') }

describe('moveBaseline', () => {
  it('begins with a first decision and goes on by others, never editing the one before', () => {
    expect(moveBaseline(null, october, decide('first'))).toEqual({ outcome: 'moved', baseline: first })
    const next: BaselineSource = { kind: 'date', date: '2026-11-09' }
    const moved = moveBaseline(first, next, decide('accepted-as-normal', now + 1))
    expect(moved).toMatchObject({ outcome: 'moved', baseline: { version: 2, source: next } })
    expect(first.version).toBe(1)
    expect(
      moveBaseline(
        first,
        { to: '2026-10-31', from: '2026-10-01', datasetId: 'd1', kind: 'training-set' },
        decide('corrected', now + 1),
      ),
    ).toEqual({
      outcome: 'unchanged',
      baseline: first,
    })
  })

  it.each([
    [null, october, decide('model-promoted'), 'There is no baseline to move'],
    [first, october, decide('first'), 'has baseline 1 already'],
    [null, { ...october, from: '2026-11-05' }, decide('first'), 'ends before it begins'],
    [null, { kind: 'date', date: '2026-11-12' }, decide('first'), 'not over yet'],
    [first, { kind: 'date', date: '2026-11-01' }, decide('corrected', now - 1), 'decided later'],
  ] as [BaselineVersion | null, BaselineSource, BaselineVersion['decision'], string][])(
    'refuses what cannot be, %#',
    (current, source, decision, reason) => {
      expect(moveBaseline(current, source, decision)).toEqual({
        outcome: 'refused',
        reason: expect.stringContaining(reason),
      })
    },
  )
})

describe('baselineRange', () => {
  it('stays where it is pinned, and rolls behind a gap', () => {
    const iso = (source: BaselineSource, at: number) => {
      const { fromMs, toMs } = baselineRange(source, at)
      return [fromMs, toMs].map((ms) => new Date(ms).toISOString().slice(0, 10))
    }
    expect(iso(october, now)).toEqual(['2026-10-01', '2026-11-01'])
    expect(iso(october, now + 1e10)).toEqual(['2026-10-01', '2026-11-01'])
    expect(iso({ kind: 'rolling', days: 28, gapDays: 1 }, now)).toEqual(['2026-10-15', '2026-11-12'])
    expect(iso({ kind: 'rolling', days: 7, gapDays: 3 }, now)).toEqual(['2026-11-03', '2026-11-10'])
    expect(baselineSourceSchema.safeParse({ kind: 'rolling', days: 3, gapDays: 1 }).success).toBe(false)
    expect(baselineSourceSchema.safeParse({ kind: 'date', date: '2026-02-30' }).success).toBe(false)
  })
})
