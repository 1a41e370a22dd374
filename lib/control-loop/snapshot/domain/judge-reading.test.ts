import { describe, expect, it } from 'vitest'
import { chooseTables, softAskedMax, tablesAskedMax } from './choose-tables'
import { fingerprintConfig, fingerprintDestination, fingerprintLog } from './evidence-of-table'
import { type AskReason, judgeReading } from './judge-reading'
import type { ObservedColumn, ObservedTable } from './source-observation'
import type { SourceReading, TableEvidence } from './source-reading'

const evidence: TableEvidence = { config: 'c1', destination: 'd1', log: 'l1', syncedAt: '2026-11-12T10:00:00.000Z' }
const nowMs = Date.parse('2026-11-12T11:00:00Z')
const reading = (overrides: Partial<TableEvidence> = {}, askedAtMs = nowMs - 60_000): SourceReading => ({
  evidence: { ...evidence, ...overrides },
  answer: {},
  askedAtMs,
})

describe('judgeReading', () => {
  const later = { ...evidence, syncedAt: '2026-11-12T10:30:00.000Z' }
  const cases: [string, SourceReading | undefined, TableEvidence, boolean, 'current' | AskReason][] = [
    ['was never asked', undefined, evidence, false, 'never-asked'],
    ['nothing moved', reading(), evidence, false, 'current'],
    ['its stored config moved', reading({ config: 'c0' }), evidence, true, 'config-moved'],
    ['its destination moved', reading({ destination: 'd0' }), evidence, true, 'destination-moved'],
    ['a destination became readable', reading({ destination: null }), evidence, true, 'current'],
    ['a destination was not readable this time', reading(), { ...evidence, destination: null }, true, 'current'],
    ['fresh log tables tell another shape', reading({ log: 'l0' }), later, true, 'log-moved'],
    ['a sync ended and nobody can tell', reading(), later, false, 'synced'],
    ['a sync ended and fresh log tables tell the same shape', reading(), later, true, 'current'],
    ['a sync ended and the log tables do not name it', reading({ log: null }), { ...later, log: null }, true, 'synced'],
    ['it was asked the day before yesterday', reading({}, nowMs - 48 * 3_600_000), evidence, true, 'old'],
  ]
  it.each(cases)('when %s', (_name, known, now, isLogFresh, expected) => {
    expect(judgeReading(known, now, { nowMs, isLogFresh })).toBe(expected)
  })
})

describe('chooseTables', () => {
  const many = (count: number, reason: AskReason, askedAtMs = 0) =>
    Array.from({ length: count }, (_, index) => ({ schema: 's', table: `${reason}-${index}`, reason, askedAtMs }))

  it('takes what moved before what may have, and the longest unasked first', () => {
    const { chosen } = chooseTables([
      { schema: 's', table: 'old', reason: 'old', askedAtMs: 1 },
      { schema: 's', table: 'recent', reason: 'synced', askedAtMs: 9 },
      { schema: 's', table: 'early', reason: 'synced', askedAtMs: 2 },
      { schema: 's', table: 'moved', reason: 'config-moved', askedAtMs: 9 },
    ])
    expect(chosen.map(({ table }) => table)).toEqual(['moved', 'early', 'recent', 'old'])
  })

  it('leaves a rest of a first scan to the next look, and none of what merely may have moved', () => {
    expect(chooseTables(many(600, 'never-asked'))).toMatchObject({ rest: 600 - tablesAskedMax })
    const soft = chooseTables(many(600, 'synced'))
    expect(soft.chosen).toHaveLength(softAskedMax)
    expect(soft.rest).toBe(0)
  })
})

describe('fingerprints', () => {
  const column: ObservedColumn = { destinationName: 'a', enabled: true, hashed: false, primaryKey: null, lock: null }
  const table: ObservedTable = {
    destinationName: 't',
    enabled: true,
    syncMode: null,
    lock: null,
    supportsColumns: true,
    columns: { a: column, b: column },
  }

  it('do not mind order and notice every setting', () => {
    const turned = { ...table, columns: { b: column, a: column } }
    expect(fingerprintConfig(turned)).toBe(fingerprintConfig(table))
    for (const moved of [
      { ...table, enabled: false },
      { ...table, columns: { a: { ...column, hashed: true }, b: column } },
      { ...table, columns: { a: column } },
    ]) {
      expect(fingerprintConfig(moved)).not.toBe(fingerprintConfig(table))
    }
  })

  it('say nothing of what nobody could read', () => {
    expect(fingerprintDestination(undefined)).toBeNull()
    expect(fingerprintLog(undefined)).toBeNull()
  })
})
