import type { DuckDBInstance } from '@duckdb/node-api'
import { createMeasures } from '../create-measures'
import { duckdbDialect } from '../dialects/duckdb-dialect'
import type { Row } from '../dialects/sql-dialect'
import type { TableEstimate, WarehouseColumn, WarehousePort, WarehouseTable } from '../port'
import { countEqualValuesSql, countNullsSql, readRowsSql, sampleValuesSql } from '../postgres/statements'
import type { CatalogueColumn } from '../profile/choose-columns'
import { SYNCED_COLUMN } from '../profile/choose-columns'
import { createGate } from '../run-gate'
import { explainFailure } from './explain-failure'
import { type DuckdbSource, openDuckdb } from './open-duckdb'

export interface DuckdbWarehouseOptions extends Omit<DuckdbSource, 'memoryMbMax'> {
  memoryMbMax?: number
  statementTimeoutMs?: number
}

const ROWS_MAX = 50_000
const COLUMNS = `SELECT schema_name AS "schema", table_name AS "table", column_name AS "column", data_type AS "typeSpelling", is_nullable AS "nullable"
  FROM duckdb_columns() WHERE NOT internal`

/** The warehouse port over a DuckDB database, Parquet or CSV file. Opens on first use. One statement at a time: each uses every core by itself. */
export function createDuckdbWarehouse({
  memoryMbMax = 1_024,
  statementTimeoutMs = 10 * 60_000,
  ...source
}: DuckdbWarehouseOptions): WarehousePort {
  let opening: Promise<DuckDBInstance> | null = null
  const gate = createGate(1)

  async function run(
    { sql, parameters = [] }: { sql: string; parameters?: readonly (string | number | bigint)[] },
    {
      object,
      signal,
      statementTimeoutMs: timeoutMs = statementTimeoutMs,
    }: { object: string; signal?: AbortSignal; statementTimeoutMs?: number },
  ): Promise<Row[]> {
    let hasTimedOut = false
    try {
      opening ??= openDuckdb({ ...source, memoryMbMax })
      const instance = await opening
      return await gate(async () => {
        const connection = await instance.connect()
        const stop = () => connection.interrupt()
        const timer = setTimeout(() => {
          hasTimedOut = true
          stop()
        }, timeoutMs)
        signal?.addEventListener('abort', stop, { once: true })
        try {
          const rows = await connection.runAndReadUntil(sql, ROWS_MAX + 1, [...parameters])
          if (rows.currentRowCount > ROWS_MAX) throw new RangeError(`A statement yielded more than ${ROWS_MAX} rows`)
          return rows.getRowObjectsJson()
        } finally {
          clearTimeout(timer)
          signal?.removeEventListener('abort', stop)
          connection.closeSync()
        }
      }, signal)
    } catch (error) {
      throw explainFailure(error, { file: source.file, object, timeoutMs, hasTimedOut, signal })
    }
  }

  const columnsOf = (table: WarehouseTable) =>
    run(
      {
        sql: `${COLUMNS} AND schema_name = $1 AND table_name = $2 ORDER BY column_index`,
        parameters: [table.schema, table.table],
      },
      { object: nameOf(table) },
    )

  async function isOrderedByNewness(table: WarehouseTable): Promise<boolean> {
    return (await columnsOf(table)).some(({ column }) => column === SYNCED_COLUMN)
  }

  return {
    ...createMeasures({
      dialect: duckdbDialect,
      readColumns: async (table) =>
        (await columnsOf(table)).map(
          (row): CatalogueColumn => ({ ...(row as unknown as WarehouseColumn), isReadable: true }),
        ),
      runLong: run,
    }),

    async listTables(schemas) {
      const sql = `SELECT schema_name AS "schema", table_name AS "table", estimated_size AS "rowEstimate" FROM duckdb_tables() WHERE NOT internal ORDER BY 1, 2`
      const rows = await run({ sql }, { object: 'its catalogue' })
      return rows
        .map(
          (row): TableEstimate => ({
            schema: String(row.schema),
            table: String(row.table),
            rowEstimate: Number(row.rowEstimate),
          }),
        )
        .filter(({ schema }) => schemas.includes(schema))
    },

    async readInformationSchema(schemas) {
      const rows = await run({ sql: `${COLUMNS} ORDER BY 1, 2, 3` }, { object: 'its catalogue' })
      return (rows as unknown as WarehouseColumn[]).filter(({ schema }) => schemas.includes(schema))
    },

    // These forms are the same in both engines: DuckDB took them from PostgreSQL.
    async sampleValues(table, columns, limitMax) {
      const isOrdered = await isOrderedByNewness(table)
      const samples: [string, string[]][] = []
      for (const column of columns) {
        const sql = sampleValuesSql(table, column, isOrdered)
        const rows = await run({ sql, parameters: [BigInt(limitMax)] }, { object: `${nameOf(table)}.${column}` })
        samples.push([column, rows.map(({ value }) => String(value))])
      }
      return Object.fromEntries(samples)
    },

    async countNulls(table, columns) {
      const [counts] = await run({ sql: countNullsSql(table, columns) }, { object: nameOf(table) })
      const rows = Number(counts?.rows ?? 0)
      const nulls = columns.map((column, position) => [column, rows - Number(counts?.[`present${position}`] ?? 0)])
      return { rows, nulls: Object.fromEntries(nulls) }
    },

    async countEqualValues(table, one, other, limitMax) {
      const sql = countEqualValuesSql(table, one, other, await isOrderedByNewness(table))
      const [counts] = await run({ sql, parameters: [BigInt(limitMax)] }, { object: nameOf(table) })
      return { compared: Number(counts?.compared ?? 0), equal: Number(counts?.equal ?? 0) }
    },

    readRows: async (table, columns, { column, equals, limitMax }) => {
      const sql = readRowsSql(table, columns, column)
      return (await run({ sql, parameters: [equals, BigInt(limitMax)] }, { object: nameOf(table) })) as Record<
        string,
        string | null
      >[]
    },

    async close() {
      const instance = await opening?.catch(() => null)
      instance?.closeSync()
    },
  }
}

function nameOf({ schema, table }: WarehouseTable): string {
  return `${schema}.${table}`
}
