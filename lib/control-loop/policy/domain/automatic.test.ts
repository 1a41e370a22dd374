import { describe, expect, it } from 'vitest'
import { type AutomaticInput, decideAutomatic } from './decide-automatic'
import { type FreezeWindow, isInFreeze } from './freeze-window'
import { lowerBound } from './lower-bound'
import { defaultPolicy, type Policy } from './policy'
import { type Ending, isEarned, keepRecord, tallyKey } from './track-record'

describe('lowerBound', () => {
  it.each([
    [0, 0, 0],
    [0, 10, 0],
    // Roots of (share − p)² = z²·p·(1 − p)/n, found by bisection.
    [3, 3, 0.5258],
    [10, 10, 0.7871],
    [25, 25, 0.9024],
    [46, 48, 0.8816],
    [9, 10, 0.6523],
  ])('%i of %i speak for at least %f', (agreed, cases, bound) => {
    expect(lowerBound(agreed, cases)).toBeCloseTo(bound, 3)
  })
  it('rises with cases and falls with disagreement', () => {
    for (let cases = 2; cases < 200; cases += 1) {
      expect(lowerBound(cases, cases)).toBeGreaterThan(lowerBound(cases - 1, cases - 1))
      expect(lowerBound(cases - 1, cases)).toBeLessThan(lowerBound(cases, cases))
    }
  })
  it('refuses what cannot be counted', () => {
    expect(() => lowerBound(3, 2)).toThrow(RangeError)
  })
})

const start = Date.parse('2026-11-25T10:00:00Z')
const end = (number: number, ending: Ending['ending'], effects = ['include-column']): Ending => ({
  number,
  service: 'postgres',
  effects,
  at: new Date(start + number * 60_000),
  ending,
})
const agreedTimes = (count: number, from = 1) => Array.from({ length: count }, (_, i) => end(from + i, 'agreed'))
const key = tallyKey('include-column', 'postgres')

describe('keepRecord', () => {
  it('counts agreement and disagreement since the last error, whatever order they come in', () => {
    const endings = [...agreedTimes(4), end(5, 'failed'), ...agreedTimes(2, 6), end(8, 'rejected'), end(9, 'edited')]
    expect(keepRecord(endings.reverse()).get(key)).toMatchObject({ cases: 4, agreed: 2, lostBy: 5 })
  })
  it('keeps a record for each effect, and none for what stays inside Headgate', () => {
    const record = keepRecord([end(1, 'agreed', ['include-column', 'hash-column', 'accept-changes'])])
    expect([...record.keys()].sort()).toEqual(['hash-column postgres', 'include-column postgres'])
  })
  it('is earned by cases and by the bound, and lost by one that was taken back', () => {
    const automatic = { ...defaultPolicy.automatic, casesMin: 10, agreementMin: 0.75 }
    expect(isEarned(keepRecord(agreedTimes(10)).get(key), automatic)).toBe(true)
    expect(isEarned(keepRecord(agreedTimes(9)).get(key), automatic)).toBe(false)
    expect(isEarned(keepRecord([...agreedTimes(10), end(11, 'rejected')]).get(key), automatic)).toBe(false)
    expect(isEarned(keepRecord([...agreedTimes(30), end(31, 'taken-back')]).get(key), automatic)).toBe(false)
    expect(isEarned(undefined, automatic)).toBe(false)
  })
})

describe('isInFreeze', () => {
  const shared = { name: 'Evenings', zone: 'Europe/Paris', holds: 'automatic' as const }
  const friday: FreezeWindow = { kind: 'weekly', ...shared, days: ['fri'], from: '18:00', until: '08:00' }
  const dated: FreezeWindow = { kind: 'dated', ...shared, from: '2026-12-24T00:00', until: '2027-01-02T00:00' }
  it.each<[string, FreezeWindow, string, boolean]>([
    ['before it begins in its own zone', friday, '2026-11-27T16:59:00Z', false],
    ['when it begins', friday, '2026-11-27T17:00:00Z', true],
    ['after midnight', friday, '2026-11-28T06:59:00Z', true],
    ['at its end', friday, '2026-11-28T07:00:00Z', false],
    ['a day later', friday, '2026-11-28T18:00:00Z', false],
    ['in summer, an hour earlier by UTC', friday, '2026-07-03T16:00:00Z', true],
    ['a dated one at its first minute there', dated, '2026-12-23T23:00:00Z', true],
    ['a dated one at its end', dated, '2027-01-01T23:00:00Z', false],
  ])('%s', (_name, window, at, expected) => {
    expect(isInFreeze(window, new Date(at))).toBe(expected)
  })
})

describe('decideAutomatic', () => {
  const policy = {
    ...defaultPolicy,
    automatic: { coolingMinutes: 10, perHourMax: 2, agreementMin: 0.75, casesMin: 10 },
  }
  const now = new Date('2026-11-25T12:00:00Z')
  const fine = {
    facts: { effects: ['include-column'], service: 'postgres' },
    record: keepRecord(agreedTimes(10)),
    draftedAt: new Date('2026-11-25T11:40:00Z'),
    now,
    startedLastHour: 1,
    stoppedBy: null,
  }
  const freeze: FreezeWindow = {
    kind: 'dated',
    name: 'Audit week',
    zone: 'UTC',
    holds: 'everything',
    from: '2026-11-25T00:00',
    until: '2026-11-30T00:00',
  }
  it('starts what is earned, cooled down, outside every freeze and within the hour', () => {
    expect(decideAutomatic(fine, policy)).toEqual({ outcome: 'starts' })
  })
  it.each<[string, AutomaticInput, Policy, string]>([
    ['stopped', { ...fine, stoppedBy: 'Ada' }, policy, 'Ada stopped everything automatic'],
    [
      'not-earned',
      { ...fine, facts: { ...fine.facts, service: 'salesforce' } },
      policy,
      'no record of including a column from `salesforce`',
    ],
    ['not-earned', { ...fine, record: keepRecord(agreedTimes(9)) }, policy, '9 of 9'],
    ['cooling', { ...fine, draftedAt: new Date('2026-11-25T11:55:01Z') }, policy, 'in 6 min'],
    ['frozen', fine, { ...policy, freezes: [freeze] }, 'Audit week'],
    ['hourly-limit', { ...fine, startedLastHour: 2 }, policy, '2 of 2'],
  ])('holds: %s', (by, input, under, sentence) => {
    expect(decideAutomatic(input, under)).toMatchObject({
      outcome: 'held',
      by,
      sentence: expect.stringContaining(sentence),
    })
  })
  it('lets what stays inside Headgate pass without a record, but never against the stop', () => {
    const inside = { ...fine, record: new Map(), facts: { effects: ['accept-changes'], service: 'x' }, draftedAt: now }
    expect(decideAutomatic(inside, { ...policy, freezes: [freeze] })).toEqual({ outcome: 'starts' })
    expect(decideAutomatic({ ...inside, stoppedBy: 'Ada' }, policy)).toMatchObject({ by: 'stopped' })
  })
})
