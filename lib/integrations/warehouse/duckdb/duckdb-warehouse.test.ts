import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tableProfileSchema } from '@/lib/capabilities/quality/domain/profile/table-profile'
import { testFolder } from '@/lib/platform/config/test-folder'
import {
  WarehouseCancelledError,
  WarehouseError,
  WarehouseObjectMissingError,
  WarehouseTimeoutError,
  WarehouseUnreachableError,
} from '../errors'
import type { WarehousePort } from '../port'
import { createDuckdbWarehouse } from './create-duckdb-warehouse'
import { openDuckdb } from './open-duckdb'

const folder = mkdtempSync(join(testFolder(), 'duckdb-'))
const database = join(folder, 'crm.duckdb')
const slow = { schema: 'main', table: 'slow' }

async function profile(warehouse: WarehousePort, schema: string, table: string, request = {}) {
  const measured = tableProfileSchema.parse(await warehouse.profileTable({ schema, table }, request))
  const column = (name: string) => measured.columns.find((candidate) => candidate.column === name)
  return { measured, column }
}

describe('a warehouse in DuckDB', () => {
  let warehouse: WarehousePort

  beforeAll(async () => {
    const instance = await DuckDBInstance.create(database)
    const connection = await instance.connect()
    for (const statement of [
      `CREATE TABLE plain AS SELECT n AS id, CASE WHEN n > 2 THEN n % 5 END AS five, n::DOUBLE AS amount, 'Ab-' || lpad(n::VARCHAR, 2, '0') || CASE WHEN n = 1 THEN 'é' ELSE '' END AS code,
         n % 2 = 0 AS even, TIMESTAMPTZ '2026-01-01 00:00:00+00' + n * INTERVAL 1 SECOND AS _fivetran_synced, n <= 3 AS _fivetran_deleted FROM range(1, 11) AS r(n)`,
      `CREATE TABLE nasty AS SELECT NULL::INTEGER AS nothing, 'x' AS same, CASE n WHEN 1 THEN 'NaN'::DOUBLE WHEN 2 THEN 'Infinity'::DOUBLE WHEN 3 THEN '-Infinity'::DOUBLE ELSE n END AS odd,
         CASE WHEN n > 5 THEN 1.7e308 ELSE n END AS huge, {'a': n} AS words, [n] AS list, '\\x01\\x02'::BLOB AS bytes, repeat('y', CASE n WHEN 1 THEN 10000000 ELSE 3 END) AS long, uuid() AS "a""b", INTERVAL 1 DAY AS lapse
         FROM range(1, 11) AS r(n)`,
      `CREATE TABLE large AS SELECT n AS id, (n * 7919) % 100000 AS spread, n % 10 AS digit FROM range(100000) AS r(n)`,
      'CREATE VIEW slow AS SELECT count(*) AS word FROM range(100000) AS a, range(100000) AS b WHERE a.range + b.range = 7',
      `COPY plain TO '${join(folder, 'plain.parquet')}'`,
    ]) {
      await connection.run(statement)
    }
    connection.closeSync()
    instance.closeSync()
    writeFileSync(
      join(folder, 'rows.csv'),
      `id,note\n${Array.from({ length: 30_000 }, (_, row) => `${row},n${row % 3}`).join('\n')}\nlast,"a,b"\n`,
    )
    warehouse = createDuckdbWarehouse({ file: database, format: 'database', memoryMbMax: 512 })
  })
  afterAll(async () => {
    await warehouse?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('measures what can be counted by hand, from a table and from a file alike', async () => {
    const file = createDuckdbWarehouse({ file: join(folder, 'plain.parquet'), format: 'parquet', table: 'plain' })
    for (const one of [warehouse, file]) {
      const { measured, column } = await profile(one, 'main', 'plain', {
        keyColumns: ['id'],
        edges: new Map([['id', [0, 5, 100]]]),
      })
      expect(measured).toMatchObject({
        rows: 10,
        sample: null,
        deletedRows: 3,
        newestSyncedAt: '2026-01-01T00:00:10.000Z',
        key: { duplicateRows: 0 },
        faults: [],
      })
      expect(column('amount')).toMatchObject({
        mean: 5.5,
        min: '1.0',
        max: '10.0',
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
        },
      })
      expect(column('amount')?.histogram?.counts).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1])
      expect(column('amount')?.deviation).toBeCloseTo(3.0276503540974917, 12)
      expect(column('id')?.histogram).toMatchObject({ edges: [0, 5, 100], counts: [0, 4, 6, 0] })
      expect(column('five')).toMatchObject({ nulls: 2, distinct: { count: 5 }, topValues: { outOf: 8 } })
      expect(column('code')).toMatchObject({
        min: 'Ab-01é',
        length: { min: 5, max: 6, mean: 5.1 },
        masks: {
          masks: [
            { mask: 'Aa-99', rows: 9 },
            { mask: 'Aa-99x', rows: 1 },
          ],
        },
      })
      expect(column('even')).toMatchObject({ kind: 'flag', distinct: { count: 2 } })
    }
    await file.close()
  })

  it('names every nasty thing and measures the rest', async () => {
    const { measured, column } = await profile(warehouse, 'main', 'nasty')
    expect(measured.faults.map(({ column: name, reason }) => [name, reason]).sort()).toEqual([
      ['huge', 'value-out-of-range'],
      ['lapse', 'type-not-aggregatable'],
      ['long', 'values-too-long'],
    ])
    expect(column('nothing')).toMatchObject({ nulls: 10, distinct: { count: 0 }, mean: null, remarks: ['all-null'] })
    expect(column('same')).toMatchObject({ remarks: ['one-value'] })
    expect(column('odd')).toMatchObject({
      min: '4.0',
      max: '10.0',
      mean: 7,
      notFinite: { nan: 1, positiveInfinity: 1, negativeInfinity: 1 },
    })
    expect(column('huge')).toMatchObject({ nulls: 0, mean: null })
    expect(column('words')).toMatchObject({ kind: 'document', nulls: 0 })
    expect(column('bytes')).toMatchObject({ kind: 'binary', length: { min: 2, max: 2 } })
    expect(column('long')).toMatchObject({ length: { max: 10_000_000 }, distinct: null })
    expect(column('a"b')).toMatchObject({ kind: 'text', distinct: { count: 10 } })
  })

  it('keeps to the error it states, and is exact when asked', async () => {
    const { measured, column } = await profile(warehouse, 'main', 'large', { sampleRows: 10_000 })
    for (const [at, value] of column('spread')?.quantiles?.points ?? []) {
      expect(Math.abs(value / 100_000 - at)).toBeLessThan(measured.sample?.rankErrorMax ?? 0)
    }
    const { count = 0, relativeError = 0 } = column('spread')?.distinct ?? {}
    expect(Math.abs(count / 100_000 - 1)).toBeLessThan(relativeError ?? 0)
    const exact = await profile(warehouse, 'main', 'large', { sampleRows: 5_000, precision: 'exact' })
    expect(exact.column('spread')).toMatchObject({
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
    expect(exact.column('digit')?.topValues).toMatchObject({ outOf: 100_000, isSampled: false })
  })

  it('reads a CSV whose last row changes the type', async () => {
    const file = createDuckdbWarehouse({ file: join(folder, 'rows.csv'), format: 'csv' })
    const { measured, column } = await profile(file, 'main', 'rows')
    expect(measured).toMatchObject({ rows: 30_001, faults: [] })
    expect(column('id')).toMatchObject({ kind: 'text', max: 'last' })
    expect(column('note')?.topValues?.values).toHaveLength(4)
    await file.close()
  })

  it('answers the short looks as PostgreSQL does', async () => {
    const plain = { schema: 'main', table: 'plain' }
    expect(await warehouse.sampleValues(plain, ['code', 'id'], 2)).toEqual({
      code: ['Ab-10', 'Ab-09'],
      id: ['10', '9'],
    })
    expect(await warehouse.countNulls(plain, ['five'])).toEqual({ rows: 10, nulls: { five: 2 } })
    expect(await warehouse.countEqualValues(plain, 'code', 'code', 5)).toEqual({ compared: 5, equal: 5 })
    expect(await warehouse.readRows(plain, ['id', 'code'], { column: 'code', equals: 'Ab-02', limitMax: 3 })).toEqual([
      { id: '2', code: 'Ab-02' },
    ])
    expect(await warehouse.readInformationSchema(['nowhere'])).toEqual([])
    expect(await warehouse.listTables(['main'])).toContainEqual({ ...plain, rowEstimate: 10 })
  })

  it('counts and shows failing rows', async () => {
    const plain = { schema: 'main', table: 'plain' }
    const count = async (condition: Parameters<WarehousePort['countFailing']>[1]) =>
      (await warehouse.countFailing(plain, condition)).failing
    expect(await count({ kind: 'is-null', column: 'five' })).toBe(2)
    expect(await count({ kind: 'not-among', column: 'five', values: ['0', '1', "'; DROP TABLE plain; --"] })).toBe(5)
    expect(await count({ kind: 'outside-range', column: 'amount', min: 3, max: 8.5 })).toBe(4)
    expect(await count({ kind: 'outside-range', column: 'amount', min: null, max: null })).toBe(0)
    expect(await count({ kind: 'not-matching', column: 'code', pattern: '^Ab-[0-9]{2}$' })).toBe(1)
    expect(await count({ kind: 'length-outside', column: 'code', min: null, max: 5 })).toBe(1)
    expect(await count({ kind: 'repeated', columns: ['five'] })).toBe(6)
    expect(
      await count({ kind: 'without-parent', column: 'id', parent: { schema: 'main', table: 'nasty', column: 'odd' } }),
    ).toBe(3)
    expect(
      await warehouse.sampleFailing(
        plain,
        { kind: 'is-null', column: 'five' },
        { columns: ['id', 'five'], limitMax: 1 },
      ),
    ).toEqual([{ id: '1', five: null }])
  })

  it('cannot write, nor reach anything but its file', async () => {
    const instance = await openDuckdb({ file: join(folder, 'plain.parquet'), format: 'parquet', memoryMbMax: 256 })
    const connection = await instance.connect()
    for (const statement of [
      `SELECT * FROM read_csv('${join(folder, 'rows.csv')}')`,
      `COPY (SELECT 1) TO '${join(folder, 'out.csv')}'`,
      'SET enable_external_access = true',
      `ATTACH '${database}' AS other`,
    ]) {
      await expect(connection.run(statement)).rejects.toThrow(/Error/)
    }
    connection.closeSync()
    instance.closeSync()
    expect(readdirSync(folder)).not.toContain('out.csv')
  })

  it('stops what is cancelled or too slow, and names what is missing', async () => {
    const stop = new AbortController()
    const asked = warehouse.countFailing(slow, { kind: 'is-null', column: 'word' }, { signal: stop.signal })
    setTimeout(() => stop.abort(), 50)
    await expect(asked).rejects.toThrow(WarehouseCancelledError)
    await expect(
      warehouse.countFailing(slow, { kind: 'is-null', column: 'word' }, { statementTimeoutMs: 50 }),
    ).rejects.toThrow(WarehouseTimeoutError)
    await expect(profile(warehouse, 'main', 'gone')).rejects.toThrow(WarehouseObjectMissingError)
    await expect(warehouse.countNulls({ schema: 'main', table: 'plain' }, ['gone'])).rejects.toThrow(
      WarehouseObjectMissingError,
    )
    const absent = createDuckdbWarehouse({ file: join(folder, 'absent.parquet'), format: 'parquet' })
    await expect(profile(absent, 'main', 'rows')).rejects.toThrow(WarehouseUnreachableError)
    await expect(profile(absent, 'main', 'rows')).rejects.toThrow(WarehouseError)
    await absent.close()
  })
})
