import type { QueryResultRow } from 'pg'
import type { WarehouseColumn, WarehousePort, WarehouseTable } from '../port'
import { explainFailure } from './explain-failure'
import { openGuardedPool, type PostgresAddress } from './open-guarded-pool'
import {
  countEqualValuesSql,
  countNullsSql,
  hasSyncedColumnSql,
  readColumnsSql,
  readRowsSql,
  sampleValuesSql,
} from './statements'

export interface PostgresWarehouseOptions extends PostgresAddress {
  /** Private ranges that may be called, as CIDR. Without TLS only these can be. */
  allowPrivateAddresses?: readonly string[]
  statementTimeoutMs?: number
  connectTimeoutMs?: number
}

/**
 * The warehouse port over PostgreSQL. Connects on first use. Throws `WarehouseUnreachableError` at once for a literal address that may
 * not be called.
 */
export function createPostgresWarehouse({
  allowPrivateAddresses = [],
  statementTimeoutMs = 10_000,
  connectTimeoutMs = 10_000,
  ...address
}: PostgresWarehouseOptions): WarehousePort {
  const context = (object: string) => ({
    host: `${address.host}:${address.port}`,
    object,
    timeoutMs: statementTimeoutMs,
  })
  const pool = open()

  function open() {
    try {
      return openGuardedPool(address, { allowPrivateAddresses, connectTimeoutMs, statementTimeoutMs })
    } catch (error) {
      throw explainFailure(error, context('anything'))
    }
  }

  async function query<Row extends QueryResultRow>(object: string, sql: string, values: unknown[]): Promise<Row[]> {
    try {
      return (await pool.query<Row>(sql, values)).rows
    } catch (error) {
      throw explainFailure(error, context(object))
    }
  }

  async function isOrderedByNewness(table: WarehouseTable): Promise<boolean> {
    const [row] = await query<{ isOrdered: boolean }>(nameOf(table), hasSyncedColumnSql, [table.schema, table.table])
    return row?.isOrdered ?? false
  }

  return {
    readInformationSchema: (schemas) => query<WarehouseColumn>('its catalogue', readColumnsSql, [schemas]),

    async sampleValues(table, columns, limitMax) {
      const isOrdered = await isOrderedByNewness(table)
      const samples: [string, string[]][] = []
      for (const column of columns) {
        const sql = sampleValuesSql(table, column, isOrdered)
        const rows = await query<{ value: string }>(`${nameOf(table)}.${column}`, sql, [limitMax])
        samples.push([column, rows.map(({ value }) => value)])
      }
      return Object.fromEntries(samples)
    },

    async countNulls(table, columns) {
      const [counts] = await query<Record<string, string>>(nameOf(table), countNullsSql(table, columns), [])
      const rows = Number(counts?.rows ?? 0)
      const nulls = columns.map((column, position) => [column, rows - Number(counts?.[`present${position}`] ?? 0)])
      return { rows, nulls: Object.fromEntries(nulls) }
    },

    async countEqualValues(table, one, other, limitMax) {
      const sql = countEqualValuesSql(table, one, other, await isOrderedByNewness(table))
      const [counts] = await query<{ compared: string; equal: string }>(nameOf(table), sql, [limitMax])
      return { compared: Number(counts?.compared ?? 0), equal: Number(counts?.equal ?? 0) }
    },

    readRows: (table, columns, { column, equals, limitMax }) =>
      query(nameOf(table), readRowsSql(table, columns, column), [equals, limitMax]),

    close: () => pool.end(),
  }
}

function nameOf({ schema, table }: WarehouseTable): string {
  return `${schema}.${table}`
}
