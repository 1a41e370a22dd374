import { describe, expect, it } from 'vitest'
import { backTest, type PastCase } from './back-test'
import { comparePolicies } from './compare-policies'
import { findTakenBack } from './find-taken-back'
import { listDifferences } from './list-differences'
import { defaultPolicy } from './policy'
import { makeFacts, makePolicy, makeRule } from './testing/make-facts'
import type { Ending } from './track-record'

const start = Date.parse('2026-11-01T08:00:00Z')
const at = (hours: number) => new Date(start + hours * 3_600_000)
const past = (number: number, overrides: Partial<PastCase> = {}): PastCase => ({
  id: `p-${number}`,
  number,
  draftedAt: at(number),
  facts: makeFacts(),
  ending: 'agreed',
  ...overrides,
})
const endingOf = ({ number, facts, draftedAt, ending }: PastCase): Ending[] =>
  ending
    ? [{ number, service: facts.service, effects: facts.effects, at: new Date(draftedAt.getTime() + 60_000), ending }]
    : []

const automatic = { coolingMinutes: 10, perHourMax: 5, agreementMin: 0.7, casesMin: 10 }
const allows = makePolicy(
  [makeRule('include-alone', { effects: ['include-column'], dataClasses: ['none'] }, { decision: 'allow' })],
  {
    automatic,
  },
)

describe('backTest', () => {
  const cases = [
    ...Array.from({ length: 12 }, (_, i) => past(i + 1)),
    past(13, { ending: 'rejected' }),
    past(14, { facts: makeFacts({ effects: ['unhash-column'], risk: 'high' }), ending: 'rejected' }),
  ]
  const tested = backTest(cases, cases.flatMap(endingOf), { present: defaultPolicy, draft: allows })

  it('counts what would have gone by itself only from when it was earned, and what people said of it', () => {
    // Ten cases earn it; the eleventh, twelfth and thirteenth come after.
    expect(tested.draft).toMatchObject({ automatic: 3, queued: 11, blocked: 0 })
    expect(tested.draft.automaticThen).toEqual({ edited: 0, rejected: 1, failed: 0, 'taken-back': 0 })
    expect(tested.present).toMatchObject({ automatic: 0, queued: 14 })
  })
  it('lists where the two policies part, latest first', () => {
    expect(tested.differences.map(({ past: { number }, strictness }) => [number, strictness])).toEqual([
      [13, 'looser'],
      [12, 'looser'],
      [11, 'looser'],
    ])
  })
  it('obeys the number of an hour', () => {
    const burst = Array.from({ length: 8 }, (_, i) => past(i + 20, { draftedAt: at(40 + i / 60) }))
    const all = [...cases.slice(0, 12), ...burst]
    const { draft } = backTest(all, cases.slice(0, 12).flatMap(endingOf), { present: defaultPolicy, draft: allows })
    expect(draft.automatic).toBe(2 + automatic.perHourMax)
  })
  it('replays 5,000 cases in less than two seconds', () => {
    const many = Array.from({ length: 5000 }, (_, i) => past(i + 1, { draftedAt: at(i / 10) }))
    const began = performance.now()
    backTest(many, many.flatMap(endingOf), { present: defaultPolicy, draft: allows })
    expect(performance.now() - began).toBeLessThan(2000)
  })
})

describe('findTakenBack', () => {
  const column = { schema: 's', table: 't', column: 'c' }
  const applied = (number: number, enabled: boolean, day: number, connectionId = 'c-1') => ({
    number,
    connectionId,
    at: at(day * 24),
    actions: [{ kind: 'set-column-enabled' as const, ...column, enabled }],
  })
  it('finds a setting that was set back, by whoever', () => {
    expect([...findTakenBack([applied(2, false, 3), applied(1, true, 1)]).keys()]).toEqual([1])
  })
  it.each([
    ['the same wish twice', [applied(1, true, 1), applied(2, true, 2)]],
    ['another connection', [applied(1, true, 1), applied(2, false, 2, 'c-2')]],
    ['a change of mind after 31 days', [applied(1, true, 1), applied(2, false, 32.5)]],
  ])('does not hold %s against anybody', (_name, list) => {
    expect(findTakenBack(list).size).toBe(0)
  })
})

describe('comparing two versions', () => {
  it('counts the kinds of case that get stricter or looser', () => {
    expect(comparePolicies(defaultPolicy, defaultPolicy)).toMatchObject({ stricter: 0, looser: 0, newlyAllowed: 0 })
    const blocked = makePolicy([makeRule('no-unhash', { effects: ['unhash-column'] }, { decision: 'block' })])
    const compared = comparePolicies(defaultPolicy, blocked)
    expect(compared).toMatchObject({ looser: 0 })
    expect(compared.stricter).toBeGreaterThan(0)
    expect(comparePolicies(blocked, defaultPolicy)).toMatchObject({ stricter: 0 })
    expect(comparePolicies(defaultPolicy, allows).newlyAllowed).toBeGreaterThan(0)
  })
  it('says what is different in sentences', () => {
    const signs = listDifferences(defaultPolicy, { ...allows, rules: allows.rules.slice(0, -1) })
    expect(signs.map(({ sign }) => sign)).toEqual(['added', 'removed', 'changed', 'changed', 'changed'])
    expect(signs[0]?.sentence).toBe('Including a column, with nothing personal may be applied by itself.')
    expect(signs.at(-1)).toEqual({
      sign: 'changed',
      sentence: 'Cases to be earned, at least: 10',
      before: 'Cases to be earned, at least: 20',
    })
    const [a, b, ...rest] = defaultPolicy.rules
    const swapped = { ...defaultPolicy, rules: [b, a, ...rest].filter((rule) => rule !== undefined) }
    expect(listDifferences(defaultPolicy, swapped).map(({ sign }) => sign)).toEqual(['moved'])
  })
})
