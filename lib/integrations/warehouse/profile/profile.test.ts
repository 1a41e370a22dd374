// Long because: every kind of nastiness and what is measured of it, read beside the tables that hold it.
import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ColumnProfile, tableProfileSchema } from '@/lib/capabilities/quality/domain/profile/table-profile'
import { readProcessEnv } from '@/lib/platform/config/read-process-env'
import {
  WarehouseCancelledError,
  WarehouseObjectMissingError,
  WarehousePermissionError,
  WarehouseTimeoutError,
} from '../errors'
import type { LongRun, WarehousePort } from '../port'
import { createPostgresWarehouse } from '../postgres/create-postgres-warehouse'

const serverUrl = readProcessEnv().TEST_DATABASE_URL
const database = `warehouse_test_${randomBytes(6).toString('hex')}`

function open(more: object = {}): WarehousePort {
  const url = new URL(serverUrl ?? 'postgres://localhost')
  return createPostgresWarehouse({
    host: url.hostname,
    port: Number(url.port || 5432),
    database,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    tls: false,
    allowPrivateAddresses: ['127.0.0.0/8', '::1/128'],
    ...more,
  })
}

async function on(name: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const url = new URL(serverUrl ?? '')
  url.pathname = `/${name}`
  const client = new Client({ connectionString: url.href })
  await client.connect()
  try {
    let rows: Record<string, unknown>[] = []
    for (const statement of statements) rows = (await client.query(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}

describe.skipIf(!serverUrl)('a profile in PostgreSQL', () => {
  let warehouse: WarehousePort
  const column = (columns: readonly ColumnProfile[], name: string) => {
    const found = columns.find((candidate) => candidate.column === name)
    if (!found) throw new Error(`no column ${name}`)
    return found
  }

  beforeAll(async () => {
    await on('postgres', `CREATE DATABASE ${database}`)
    await on(
      database,
      'CREATE SCHEMA crm',
      `CREATE TABLE crm.plain AS SELECT n AS id, CASE WHEN n > 2 THEN n % 5 END AS "Five""s", n::float8 AS amount,
         'Ab-' || lpad(n::text, 2, '0') || CASE WHEN n = 1 THEN 'é' ELSE '' END AS code, n % 2 = 0 AS even, TIMESTAMPTZ '2026-01-01' + n * interval '1 second' AS _fivetran_synced,
         n <= 3 AS _fivetran_deleted, CASE WHEN n = 7 THEN 8 ELSE n END AS key FROM generate_series(1, 10) AS n`,
      `CREATE TABLE crm.nasty (nothing int, same text, odd float8, huge numeric, place point, words json, list int[], bytes bytea, until timestamp, long text, "a.b;--" uuid)`,
      `INSERT INTO crm.nasty SELECT NULL, 'x', CASE n WHEN 1 THEN 'NaN' WHEN 2 THEN 'Infinity' WHEN 3 THEN '-Infinity' ELSE n::float8 END, CASE n WHEN 1 THEN 1e400 ELSE n END, point(n, n),
         '{"a":1}', ARRAY[n], '\\x0102', CASE n WHEN 1 THEN 'infinity' ELSE TIMESTAMP '2026-01-01' END, repeat('y', CASE n WHEN 1 THEN 10000000 ELSE 3 END), gen_random_uuid() FROM generate_series(1, 10) AS n`,
      'CREATE TABLE crm.nobody (id int, word text, at timestamp, _fivetran_synced text, _fivetran_deleted int)',
      'CREATE TABLE crm.secret (open int, closed int)',
      'CREATE TABLE crm.shut (id int)',
      `CREATE TABLE crm.large AS SELECT n AS id, (n * 7919) % 100000 AS spread, n % 10 AS digit, CASE WHEN n % 2 = 0 THEN 'hot' ELSE 'cold ' || n END AS mixed FROM generate_series(1, 100000) AS n`,
    )
    warehouse = open()
  })
  afterAll(async () => {
    await warehouse?.close()
    await on('postgres', `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
  })

  const profile = async (table: string, request = {}, run?: LongRun) =>
    tableProfileSchema.parse(await warehouse.profileTable({ schema: 'crm', table }, request, run))

  it('measures what can be counted by hand', async () => {
    const measured = await profile('plain', { keyColumns: ['key'], sensitiveColumns: [] })
    expect(measured).toMatchObject({
      rows: 10,
      sample: null,
      newestSyncedAt: '2026-01-01T00:00:10.000Z',
      deletedRows: 3,
      key: { columns: ['key'], duplicateRows: 1, shareOfKeys: 1 },
      faults: [],
    })
    expect(column(measured.columns, 'amount')).toMatchObject({
      kind: 'number',
      nulls: 0,
      distinct: { count: 10, method: 'exact', relativeError: 0 },
      min: '1',
      max: '10',
      mean: 5.5,
      quantiles: {
        points: [
          [0.01, 1],
          [0.05, 1],
          [0.25, 3],
          [0.5, 5],
          [0.75, 8],
          [0.95, 10],
          [0.99, 10],
        ],
        isSampled: false,
      },
      histogram: {
        edges: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        counts: [0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
        isSampled: false,
      },
    })
    expect(column(measured.columns, 'amount').deviation).toBeCloseTo(3.0276503540974917, 12)
    expect(column(measured.columns, 'Five"s')).toMatchObject({
      nulls: 2,
      distinct: { count: 5 },
      topValues: {
        outOf: 8,
        isSampled: false,
        values: [
          { value: '0', rows: 2 },
          { value: '3', rows: 2 },
          { value: '4', rows: 2 },
          { value: '1', rows: 1 },
          { value: '2', rows: 1 },
        ],
      },
    })
    expect(column(measured.columns, 'code')).toMatchObject({
      kind: 'text',
      min: 'Ab-01é',
      max: 'Ab-10',
      length: { min: 5, max: 6, mean: 5.1 },
      masks: {
        outOf: 10,
        masks: [
          { mask: 'Aa-99', rows: 9 },
          { mask: 'Aa-99x', rows: 1 },
        ],
      },
    })
    expect(column(measured.columns, 'even')).toMatchObject({ kind: 'flag', distinct: { count: 2 }, min: null })
    expect(column(measured.columns, '_fivetran_synced')).toMatchObject({
      kind: 'moment',
      min: '2026-01-01 00:00:01+00',
    })
  })

  it('counts on the baseline’s edges, and only what landed since', async () => {
    const edges = new Map([['amount', [0, 5, 100]]])
    const { columns } = await profile('plain', { edges })
    expect(column(columns, 'amount').histogram).toMatchObject({ edges: [0, 5, 100], counts: [0, 4, 6, 0] })
    const since = await profile('plain', { edges, syncedAfter: new Date('2026-01-01T00:00:07Z') })
    expect(since).toMatchObject({ rows: 3, syncedAfter: '2026-01-01T00:00:07.000Z', deletedRows: 0 })
    expect(column(since.columns, 'amount').histogram?.counts).toEqual([0, 0, 3, 0])
  })

  it('lets no value of a sensitive column out', async () => {
    const measured = await profile('plain', {
      columns: ['code', 'amount', '_fivetran_synced'],
      sensitiveColumns: ['code', 'amount', '_fivetran_synced'],
    })
    for (const name of ['code', 'amount']) {
      expect(column(measured.columns, name)).toMatchObject({
        isSensitive: true,
        nulls: 0,
        distinct: { count: 10 },
        min: null,
        max: null,
        mean: null,
        deviation: null,
        quantiles: null,
        histogram: null,
        topValues: null,
      })
    }
    expect(column(measured.columns, 'code').masks?.masks[0]).toEqual({ mask: 'Aa-99', rows: 9 })
    expect(JSON.stringify(measured)).not.toMatch(/Ab-|5\.5/)
  })

  it('names every nasty thing and measures the rest', async () => {
    const measured = await profile('nasty', {
      columns: ['nothing', 'same', 'odd', 'huge', 'place', 'words', 'list', 'bytes', 'until', 'long', 'a.b;--', 'gone'],
    })
    expect(measured.faults.map(({ column: name, reason }) => [name, reason]).sort()).toEqual([
      ['gone', 'column-missing'],
      ['huge', 'value-out-of-range'],
      ['long', 'values-too-long'],
      ['place', 'type-not-aggregatable'],
    ])
    expect(JSON.stringify(measured)).not.toContain(
      'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy',
    )
    expect(column(measured.columns, 'nothing')).toMatchObject({
      nulls: 10,
      distinct: { count: 0 },
      min: null,
      mean: null,
      quantiles: null,
      remarks: ['all-null'],
    })
    expect(column(measured.columns, 'same')).toMatchObject({ distinct: { count: 1 }, remarks: ['one-value'] })
    expect(column(measured.columns, 'odd')).toMatchObject({
      nulls: 0,
      min: '4',
      max: '10',
      mean: 7,
      notFinite: { nan: 1, positiveInfinity: 1, negativeInfinity: 1 },
      remarks: ['not-finite'],
    })
    expect(column(measured.columns, 'odd').quantiles?.points.at(-1)).toEqual([0.99, 10])
    expect(column(measured.columns, 'huge')).toMatchObject({
      nulls: 0,
      mean: null,
      quantiles: null,
      distinct: { count: 10 },
    })
    expect(column(measured.columns, 'place')).toMatchObject({ kind: 'other', nulls: 0, distinct: null })
    expect(column(measured.columns, 'words')).toMatchObject({ kind: 'document', nulls: 0, length: { min: 7, max: 7 } })
    expect(column(measured.columns, 'bytes')).toMatchObject({ kind: 'binary', length: { min: 2, max: 2 } })
    expect(column(measured.columns, 'until')).toMatchObject({
      notFinite: { positiveInfinity: 1 },
      quantiles: { isSampled: false },
    })
    expect(column(measured.columns, 'long')).toMatchObject({
      length: { max: 10_000_000 },
      distinct: null,
      topValues: null,
    })
    expect(column(measured.columns, 'a.b;--')).toMatchObject({ kind: 'text', distinct: { count: 10 } })
  })

  it('says of an empty table that it has no rows', async () => {
    const measured = await profile('nobody', { keyColumns: ['id'] })
    expect(measured).toMatchObject({
      rows: 0,
      faults: [],
      key: { duplicateRows: 0 },
      newestSyncedAt: null,
      deletedRows: null,
    })
    for (const one of measured.columns) expect(one).toMatchObject({ nulls: 0, mean: null, remarks: ['no-rows'] })
  })

  it('states the error of what it takes from a sample, and keeps to it', async () => {
    const sampled = await profile('large', { sampleRows: 10_000, keyColumns: ['id'] })
    expect(sampled.sample).toMatchObject({ rows: 10_000, seed: 17 })
    expect(sampled.key).toEqual({ columns: ['id'], duplicateRows: 0, shareOfKeys: 1 / 8 })
    const spread = column(sampled.columns, 'spread')
    for (const [at, value] of spread.quantiles?.points ?? []) {
      expect(Math.abs(value / 100_000 - at)).toBeLessThan(sampled.sample?.rankErrorMax ?? 0)
    }
    expect(spread).toMatchObject({ nulls: 0, distinct: { method: 'sketch' }, min: '0', max: '99999' })
    const { count = 0, relativeError = 0 } = spread.distinct ?? {}
    expect(Math.abs(count / 100_000 - 1)).toBeLessThan(relativeError ?? 0)
    expect(column(sampled.columns, 'digit').distinct).toEqual({ count: 10, method: 'sample', relativeError: null })
    const mixed = column(sampled.columns, 'mixed')
    expect(mixed.topValues?.values[0]?.value).toBe('hot')
    expect(Math.abs((mixed.distinct?.count ?? 0) / 50_001 - 1)).toBeLessThan(mixed.distinct?.relativeError ?? 0)
  })

  it('reads all rows when asked to be exact', async () => {
    const exact = await profile('large', { sampleRows: 5_000, precision: 'exact', keyColumns: ['id'] })
    const spread = column(exact.columns, 'spread')
    expect(spread).toMatchObject({
      distinct: { count: 100_000, method: 'exact' },
      quantiles: {
        points: [
          [0.01, 999],
          [0.05, 4_999],
          [0.25, 24_999],
          [0.5, 49_999],
          [0.75, 74_999],
          [0.95, 94_999],
          [0.99, 98_999],
        ],
        isSampled: false,
      },
    })
    expect(spread.histogram?.counts.reduce((sum, rows) => sum + rows, 0)).toBe(100_000)
    expect(column(exact.columns, 'digit')).toMatchObject({
      distinct: { count: 10, method: 'exact' },
      quantiles: {
        points: [
          [0.01, 0],
          [0.05, 0],
          [0.25, 2],
          [0.5, 4],
          [0.75, 7],
          [0.95, 9],
          [0.99, 9],
        ],
      },
      topValues: { outOf: 100_000, isSampled: false },
    })
    expect(column(exact.columns, 'mixed').distinct).toEqual({ count: 50_001, method: 'exact', relativeError: 0 })
    expect(exact.key).toMatchObject({ duplicateRows: 0, shareOfKeys: 1 })
  })

  it('names what concerns the table, and the columns a role may not read', async () => {
    await expect(profile('gone')).rejects.toThrow(WarehouseObjectMissingError)
    const role = `reader_${randomBytes(6).toString('hex')}`
    await on(
      database,
      `CREATE ROLE ${role} LOGIN PASSWORD 'reader'`,
      `GRANT USAGE ON SCHEMA crm TO ${role}`,
      `GRANT SELECT (open) ON crm.secret TO ${role}`,
    )
    const reader = open({ user: role, password: 'reader' })
    try {
      await expect(reader.profileTable({ schema: 'crm', table: 'shut' }, {})).rejects.toThrow(WarehousePermissionError)
      const { columns, faults } = await reader.profileTable({ schema: 'crm', table: 'secret' }, {})
      expect(columns.map((one) => one.column)).toEqual(['open'])
      expect(faults).toMatchObject([{ column: 'closed', reason: 'permission-missing' }])
    } finally {
      await reader.close()
      await on(database, `DROP OWNED BY ${role}`, `DROP ROLE ${role}`)
    }
  })

  it('cancels in the server, and is not heard of again', async () => {
    await on(database, 'CREATE VIEW crm.slow AS SELECT n, pg_sleep(60)::text AS word FROM generate_series(1, 3) AS n')
    const running = () =>
      on('postgres', `SELECT pid FROM pg_stat_activity WHERE datname = '${database}' AND state <> 'idle'`)
    const stop = new AbortController()
    const asked = warehouse.countFailing(
      { schema: 'crm', table: 'slow' },
      { kind: 'is-null', column: 'word' },
      { signal: stop.signal },
    )
    const refused = expect(asked).rejects.toThrow(WarehouseCancelledError)
    await expect.poll(running, { timeout: 10_000 }).toHaveLength(1)
    stop.abort()
    await refused
    expect(await running()).toEqual([])
    await expect(
      warehouse.countFailing(
        { schema: 'crm', table: 'slow' },
        { kind: 'is-null', column: 'word' },
        { statementTimeoutMs: 100 },
      ),
    ).rejects.toThrow(WarehouseTimeoutError)
    expect(await running()).toEqual([])
    expect(await warehouse.listTables(['crm'])).toContainEqual({ schema: 'crm', table: 'plain', rowEstimate: null })
  })
})
