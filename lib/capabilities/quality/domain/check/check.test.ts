import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CheckPromise,
  checkPromiseSchema,
  findPromiseFault,
  promiseKey,
} from '@/lib/control-loop/proposal/domain/check-promise'
import { describeBound, describePromise } from '@/lib/control-loop/proposal/domain/describe-promise'
import type { ColumnProfile, TableProfile } from '../profile/table-profile'
import { backTest } from './back-test'
import { isCheckDue } from './is-check-due'
import { judgeCheck } from './judge-check'
import { measureByProfile } from './measure-by-profile'
import { scoreByDay } from './score-by-day'
import { stateOfCheck } from './state-of-check'
import { suggestChecks } from './suggest-checks'

const empty: ColumnProfile = {
  column: 'c',
  typeSpelling: 'text',
  kind: 'text',
  isSensitive: false,
  nulls: 0,
  distinct: null,
  min: null,
  max: null,
  mean: null,
  deviation: null,
  notFinite: null,
  length: null,
  quantiles: null,
  histogram: null,
  topValues: null,
  masks: null,
  remarks: [],
}
const id: ColumnProfile = {
  ...empty,
  column: 'id',
  kind: 'number',
  distinct: { count: 1_000, method: 'exact', relativeError: 0 },
  min: '1',
  max: '1000',
}
const status: ColumnProfile = {
  ...empty,
  column: 'status',
  distinct: { count: 3, method: 'exact', relativeError: 0 },
  topValues: {
    values: [
      { value: 'paid', rows: 700 },
      { value: 'open', rows: 200 },
      { value: 'void', rows: 100 },
    ],
    outOf: 1_000,
    isSampled: false,
  },
  length: { min: 4, max: 4, mean: 4 },
}
const amount: ColumnProfile = {
  ...empty,
  column: 'amount',
  kind: 'number',
  nulls: 40,
  min: '2',
  max: '402',
  mean: 60,
  distinct: { count: 380, method: 'exact', relativeError: 0 },
}
const email: ColumnProfile = { ...empty, column: 'email', isSensitive: true }
const table = (over: Partial<TableProfile> = {}): TableProfile => ({
  schema: 's',
  table: 't',
  rows: 1_000,
  syncedAfter: null,
  sample: null,
  newestSyncedAt: '2026-11-01T00:00:00Z',
  deletedRows: null,
  key: { columns: ['id'], duplicateRows: 0, shareOfKeys: 1 },
  columns: [id, status, amount, email],
  faults: [],
  ...over,
})
const day = (number: number) => new Date(Date.UTC(2026, 10, number))
const noon = { at: new Date(Date.UTC(2026, 10, 1, 0, 30)), profile: table() }

describe('judgeCheck', () => {
  const rare: CheckPromise = { kind: 'not-null', column: 'c', failingShareMax: 0.01 }
  it('lets as many rows fail as the share allows, and not one more', () => {
    const of = (failing: number) => judgeCheck(rare, { kind: 'rows', rows: 1_000, failing }).outcome
    expect([of(0), of(10), of(11)]).toEqual(['passed', 'passed', 'failed'])
    expect(judgeCheck(rare, { kind: 'rows', rows: 99, failing: 1 }).outcome).toBe('failed')
    expect(judgeCheck(rare, { kind: 'rows', rows: 0, failing: 0 })).toMatchObject({
      outcome: 'passed',
      found: 'no rows',
    })
  })
  it('takes both ends of a range as within, and never reads nothing as holding', () => {
    const rows: CheckPromise = { kind: 'row-count', min: 5, max: 9 }
    const of = (value: number) => judgeCheck(rows, { kind: 'number', rows: value, value }).outcome
    expect([4, 5, 9, 10].map(of)).toEqual(['failed', 'passed', 'passed', 'failed'])
    expect(judgeCheck(rows, { kind: 'nothing', reason: 'gone' })).toMatchObject({ outcome: 'not-run', found: 'gone' })
    expect(judgeCheck({ kind: 'freshness', minutesMax: 60 }, { kind: 'number', rows: 1, value: 400 }).found).toBe(
      '6 h 40 min',
    )
  })
})

describe('measureByProfile', () => {
  const of = (promise: CheckPromise, profile = table()) => measureByProfile(promise, { at: noon.at, profile })
  it('counts what the profile counted', () => {
    expect(of({ kind: 'not-null', column: 'amount', failingShareMax: 0 })).toMatchObject({ failing: 40 })
    expect(of({ kind: 'unique', columns: ['id'] })).toMatchObject({ failing: 0 })
    expect(
      of({ kind: 'accepted-values', column: 'status', values: ['paid', 'open'], failingShareMax: 0 }),
    ).toMatchObject({ failing: 100 })
    expect(of({ kind: 'range', column: 'amount', min: 0, max: 400, failingShareMax: 0 })).toMatchObject({ failing: 1 })
    expect(of({ kind: 'freshness', minutesMax: 60 })).toMatchObject({ value: 30 })
    expect(of({ kind: 'aggregate', column: 'amount', measure: 'null-share', min: null, max: 0.1 })).toMatchObject({
      value: 0.04,
    })
  })
  it('cannot tell of what it did not keep', () => {
    const silent: CheckPromise[] = [
      { kind: 'accepted-values', column: 'email', values: ['a'], failingShareMax: 0 },
      { kind: 'range', column: 'email', min: 0, max: 1, failingShareMax: 0 },
      { kind: 'range', column: 'amount', min: 0, max: 400, failingShareMax: 0.1 },
      { kind: 'pattern', column: 'status', pattern: 'a', failingShareMax: 0 },
      { kind: 'not-null', column: 'no_such', failingShareMax: 0 },
      { kind: 'aggregate', column: 'status', measure: 'mean', min: 0, max: null },
    ]
    expect(silent.map((promise) => of(promise).kind)).toEqual(silent.map(() => 'nothing'))
    expect(of({ kind: 'freshness', minutesMax: 1 }, table({ newestSyncedAt: null })).kind).toBe('nothing')
  })
})

describe('suggestChecks', () => {
  it('speaks for what was measured, shows no value of a sensitive column, and repeats nothing that exists', () => {
    const found = suggestChecks([noon], new Set())
    expect(found.map(({ key }) => JSON.parse(key).join(' '))).toEqual([
      'unique id',
      'not-null id',
      'not-null status',
      'accepted-values status',
      'range amount',
      'not-null email',
      'row-count',
    ])
    expect(found.every(({ why }) => why.length > 0)).toBe(true)
    const taken = new Set(found.map(({ key }) => key))
    expect(suggestChecks([noon], taken)).toEqual([])
    expect(suggestChecks([], new Set())).toEqual([])
  })
  it('leaves out what the past would have broken, and what only newly landed rows say', () => {
    const past = { at: day(2), profile: table({ columns: [{ ...status, nulls: 3 }] }) }
    const kinds = suggestChecks([noon, past], new Set()).map(({ key }) => key)
    expect(kinds).not.toContain(promiseKey({ kind: 'not-null', column: 'status', failingShareMax: 0 }))
    expect(suggestChecks([{ ...noon, profile: table({ syncedAfter: '2026-01-01T00:00:00Z' }) }], new Set())).toEqual([])
  })
  it('gives only promises that make sense and hold of what they rest on', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5_000 }),
        fc.integer({ min: -1_000, max: 1_000 }),
        fc.integer({ min: 0, max: 2_000 }),
        (rows, least, width) => {
          const column: ColumnProfile = { ...amount, nulls: 0, min: String(least), max: String(least + width) }
          const profile = table({ rows, key: null, columns: [column] })
          for (const { terms } of suggestChecks([{ at: noon.at, profile }], new Set())) {
            expect(checkPromiseSchema.safeParse(terms.promise).success).toBe(true)
            expect(findPromiseFault(terms.promise)).toBeNull()
            expect(judgeCheck(terms.promise, measureByProfile(terms.promise, { at: noon.at, profile })).outcome).toBe(
              'passed',
            )
          }
        },
      ),
    )
  })
})

describe('backTest', () => {
  it('expects as many a month as its own past had, and at most three in n where there were none', () => {
    const history = Array.from({ length: 31 }, (_, index) => ({
      at: new Date(day(1).getTime() + index * 86_400_000),
      profile: table({ rows: index === 4 ? 10 : 1_000 }),
    }))
    const size: CheckPromise = { kind: 'row-count', min: 500, max: null }
    expect(backTest(size, history)).toMatchObject({ told: 31, alarms: 1, days: 30 })
    expect(backTest(size, history).alarmsPerMonth).toBeCloseTo(30 / 31, 9)
    const never = backTest({ ...size, min: 1 }, history)
    expect([never.alarms, never.alarmsPerMonth]).toEqual([0, 0])
    expect(never.alarmsPerMonthMax).toBeCloseTo((3 / 31) * 30, 9)
    expect(backTest(size, history.slice(0, 1))).toMatchObject({ days: null, alarmsPerMonth: null })
  })
})

describe('isCheckDue', () => {
  const check = { runs: 'after-sync' as const, acceptedAt: day(1) }
  it('looks at once, then after each sync or by the clock, and tries again what could not be told', () => {
    const last = { at: day(2), syncedAt: day(2), outcome: 'passed' }
    expect(isCheckDue(check, null, { at: day(1), syncedAt: null })).toBe(true)
    expect(isCheckDue(check, last, { at: day(3), syncedAt: day(2) })).toBe(false)
    expect(isCheckDue(check, last, { at: day(3), syncedAt: day(3) })).toBe(true)
    expect(isCheckDue({ ...check, acceptedAt: day(3) }, last, { at: day(3), syncedAt: day(2) })).toBe(true)
    const minutes = (count: number) => ({ at: new Date(day(2).getTime() + count * 60_000), syncedAt: day(2) })
    expect([59, 60].map((count) => isCheckDue({ ...check, runs: 'hourly' }, last, minutes(count)))).toEqual([
      false,
      true,
    ])
    const blind = { ...last, outcome: 'not-run' }
    expect([14, 15].map((count) => isCheckDue(check, blind, minutes(count)))).toEqual([false, true])
  })
})

describe('stateOfCheck', () => {
  const at = (number: number, outcome: 'passed' | 'failed' | 'not-run') => ({ at: day(number).toISOString(), outcome })
  it('is what the newest look says, since the first of its kind without a break', () => {
    expect(stateOfCheck([], 'fail')).toEqual({ state: 'not-run', since: null, recovered: null })
    expect(stateOfCheck([at(4, 'failed'), at(3, 'failed'), at(2, 'passed')], 'warn')).toMatchObject({
      state: 'warning',
      since: day(3).toISOString(),
    })
    expect(stateOfCheck([at(4, 'not-run'), at(3, 'failed')], 'fail').state).toBe('not-run')
  })
  it('tells how long it did not hold', () => {
    const results = [at(6, 'passed'), at(5, 'passed'), at(4, 'failed'), at(3, 'failed'), at(2, 'passed')]
    expect(stateOfCheck(results, 'fail').recovered).toEqual({ at: day(5).toISOString(), afterMinutes: 2 * 1_440 })
    expect(stateOfCheck([at(4, 'failed')], 'fail').recovered).toBeNull()
  })
})

describe('scoreByDay', () => {
  it('leaves a day without looks a gap', () => {
    expect(scoreByDay([{ day: '2026-11-02', passed: 3, told: 4 }], day(1), day(3))).toEqual([
      { day: '2026-11-01', share: null },
      { day: '2026-11-02', share: 0.75 },
      { day: '2026-11-03', share: null },
    ])
  })
})

describe('a promise', () => {
  it('has one key whatever its bounds and the order of its columns', () => {
    expect(promiseKey({ kind: 'unique', columns: ['b', 'a'] })).toBe(
      promiseKey({ kind: 'unique', columns: ['a', 'b'] }),
    )
    expect(promiseKey({ kind: 'row-count', min: 1, max: 2 })).toBe(promiseKey({ kind: 'row-count', min: null, max: 9 }))
  })
  it('is refused where it always or never holds', () => {
    expect(findPromiseFault({ kind: 'row-count', min: null, max: null })).toMatch(/always/)
    expect(findPromiseFault({ kind: 'row-count', min: 3, max: 2 })).toMatch(/always fails/)
    expect(findPromiseFault({ kind: 'pattern', column: 'c', pattern: '(', failingShareMax: 0 })).toMatch(/regular/)
  })
  it('reads as a sentence', () => {
    expect(describePromise({ kind: 'freshness', minutesMax: 360 })).toBe('rows arrive within 6 h')
    expect(describePromise({ kind: 'range', column: 'a', min: 0, max: null, failingShareMax: 0 })).toBe(
      '`a` is at least 0',
    )
    expect(describeBound({ kind: 'not-null', column: 'a', failingShareMax: 0.005 })).toBe('99.5 % or more')
  })
})
