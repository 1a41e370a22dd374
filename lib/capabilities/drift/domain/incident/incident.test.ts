import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideRetraining } from './decide-retraining'
import type { DriftFinding, SuspectChange } from './drift-finding'
import { groupFindings } from './group-findings'
import { rankSuspects } from './rank-suspects'

const dayMs = 86_400_000
const now = Date.UTC(2026, 10, 12)
const makeFinding = (findingId: string, overrides: Partial<DriftFinding> = {}): DriftFinding => ({
  findingId,
  connectionId: 'c',
  schema: 's',
  table: 'orders',
  column: findingId,
  syncId: 'sync-1',
  atMs: now,
  score: 2,
  ...overrides,
})
const makeChange = (changeId: string, overrides: Partial<SuspectChange> = {}): SuspectChange => ({
  changeId,
  kind: 'applied-change',
  connectionId: 'c',
  schema: 's',
  table: 'orders',
  column: null,
  atMs: now - dayMs,
  ...overrides,
})
const idsOf = (findings: readonly DriftFinding[], ...rest: [SuspectChange[], { findingIds: [string, string] }[]?]) =>
  groupFindings(findings, ...rest).map(({ findings: group }) => group.map(({ findingId }) => findingId))

describe('groupFindings', () => {
  it('puts columns of one table and sync together, and other tables and syncs apart', () => {
    const findings = [
      makeFinding('a'),
      makeFinding('b', { score: 9 }),
      makeFinding('other', { table: 'users' }),
      makeFinding('later', { syncId: 'sync-2', atMs: now + dayMs }),
    ]
    expect(idsOf(findings, [])).toEqual([['b', 'a'], ['later'], ['other']])
  })

  it('joins what one applied change explains, and what moves together', () => {
    const later = makeFinding('later', { syncId: 'sync-2', atMs: now + dayMs })
    const other = makeFinding('other', { table: 'users' })
    expect(idsOf([makeFinding('a'), later, other], [makeChange('1')])).toEqual([['a', 'later'], ['other']])
    expect(idsOf([makeFinding('a'), later, other], [], [{ findingIds: ['a', 'other'] }])).toEqual([
      ['a', 'other'],
      ['later'],
    ])
    const far = makeFinding('far', { table: 'users', syncId: 'sync-9', atMs: now + 5 * dayMs })
    expect(idsOf([makeFinding('a'), far], [], [{ findingIds: ['a', 'far'] }])).toEqual([['a'], ['far']])
  })

  it('loses no finding, has none twice, and does not mind their order', () => {
    const finding = fc.record({
      table: fc.constantFrom('x', 'y', 'z'),
      syncId: fc.constantFrom('1', '2', null),
      score: fc.integer({ min: 1, max: 9 }),
    })
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 12 }), (list) => {
        const findings = list.map((one, at) => makeFinding(`f${at}`, one))
        const groups = idsOf(findings, [makeChange('1', { table: 'x' })])
        expect(groups.flat().sort()).toEqual(findings.map(({ findingId }) => findingId).sort())
        expect(idsOf([...findings].reverse(), [makeChange('1', { table: 'x' })])).toEqual(groups)
      }),
    )
  })
})

describe('rankSuspects', () => {
  it('lists applied changes first, the nearest first, and none that cannot be the cause', () => {
    const changes = [
      makeChange('resync', { kind: 'resync', atMs: now - 1 }),
      makeChange('connection', { schema: null, table: null }),
      makeChange('table'),
      makeChange('earlier', { atMs: now - 3 * dayMs }),
      makeChange('column', { column: 'a', atMs: now - 9 * dayMs }),
      makeChange('after', { atMs: now + 1 }),
      makeChange('long ago', { atMs: now - 15 * dayMs }),
      makeChange('elsewhere', { connectionId: 'd' }),
      makeChange('other table', { table: 'users' }),
    ]
    expect(rankSuspects([makeFinding('a')], changes).map(({ change, fit }) => [change.changeId, fit])).toEqual([
      ['column', 'column'],
      ['table', 'table'],
      ['earlier', 'table'],
      ['connection', 'connection'],
      ['resync', 'table'],
    ])
  })
})

describe('decideRetraining', () => {
  const policy = { scoreMin: 1.5, columnsMin: 2, coolDownMs: 7 * dayMs }
  const incident = {
    incidentId: 'i',
    columns: [
      { name: 'b', score: 2 },
      { name: 'a', score: 3 },
      { name: 'c', score: 1 },
    ],
  }

  it('triggers once an incident, and says what for', () => {
    const found = decideRetraining(incident, policy, [], now)
    expect(found).toEqual({ outcome: 'trigger', key: 'retrain:i', why: '2 of the columns it reads drifted: a, b' })
    expect(decideRetraining(incident, policy, [{ incidentId: 'i', atMs: 0, isOpen: false }], now)).toMatchObject({
      why: 'already-triggered',
    })
  })

  it.each([
    ['below-policy', { ...policy, scoreMin: 2.5 }, []],
    ['open', policy, [{ incidentId: 'x', atMs: 0, isOpen: true }]],
    ['cooling-down', policy, [{ incidentId: 'x', atMs: now - dayMs, isOpen: false }]],
  ])('holds: %s', (why, rule, past) => {
    expect(decideRetraining(incident, rule, past, now)).toEqual({ outcome: 'hold', why })
  })
})
