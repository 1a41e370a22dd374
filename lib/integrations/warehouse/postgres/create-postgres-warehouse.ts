import type { QueryResultRow } from 'pg'
import { createMeasures } from '../create-measures'
import { postgresDialect } from '../dialects/postgres-dialect'
import type { WarehouseColumn, WarehousePort, WarehouseTable } from '../port'
import { createGate } from '../run-gate'
import { explainFailure } from './explain-failure'
import { LONG_STATEMENTS_MAX, openGuardedPool, type PostgresAddress } from './open-guarded-pool'
import { runLongStatement } from './run-long-statement'
import {
  countEqualValuesSql,
  countNullsSql,
  hasSyncedColumnSql,
  listTablesSql,
  readColumnsSql,
  readRowsSql,
  readTableColumnsSql,
  sampleValuesSql,
} from './statements'

export interface PostgresWarehouseOptions extends PostgresAddress {
  /** Private ranges that may be called, as CIDR. Without TLS only these can be. */
  allowPrivateAddresses?: readonly string[]
  /** Of short looks. */
  statementTimeoutMs?: number
  /** Of each statement of a profile or a check. */
  longStatementTimeoutMs?: number
  connectTimeoutMs?: number
}

/**
 * The warehouse port over PostgreSQL. Connects on first use. Throws `WarehouseUnreachableError` at once for a literal address that may
 * not be called.
 */
export function createPostgresWarehouse({
  allowPrivateAddresses = [],
  statementTimeoutMs = 10_000,
  longStatementTimeoutMs = 10 * 60_000,
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

  const gate = createGate(LONG_STATEMENTS_MAX)
  const measures = createMeasures({
    dialect: postgresDialect,
    readColumns: (table) => query(nameOf(table), readTableColumnsSql, [table.schema, table.table]),
    async runLong({ sql, parameters }, { object, signal, statementTimeoutMs: asked }) {
      const timeoutMs = asked ?? longStatementTimeoutMs
      try {
        return await gate(() => runLongStatement(pool, { sql, parameters, timeoutMs, signal }), signal)
      } catch (error) {
        throw explainFailure(error, { ...context(object), timeoutMs, signal })
      }
    },
  })

  return {
    ...measures,
    listTables: (schemas) => query('its catalogue', listTablesSql, [schemas]),

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
