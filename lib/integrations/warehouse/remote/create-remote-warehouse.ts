import { createMeasures } from '../create-measures'
import type { Row } from '../dialects/sql-dialect'
import { WarehouseObjectMissingError } from '../errors'
import type { TableEstimate, WarehouseColumn, WarehousePort, WarehouseTable } from '../port'
import { SYNCED_COLUMN } from '../profile/choose-columns'
import { createGate } from '../run-gate'
import { collectRows } from './collect-rows'
import { countEqualValuesSql, countNullsSql, readRowsSql, sampleValuesSql } from './look-statements'
import { nameFailure } from './name-failure'
import type { BoundStatement, StatementEngine } from './statement-engine'

export interface RemoteLimits {
  /** Of short looks. */
  statementTimeoutMs?: number
  /** Of each statement of a profile or a check. */
  longStatementTimeoutMs?: number
}

/** Long statements at a time: the warehouse belongs to somebody else. */
const LONG_STATEMENTS_MAX = 2
/** The server stops first; this only ends a wait for a server that no longer speaks. */
const SILENCE_GRACE_MS = 5_000

/** The whole warehouse port over an engine that runs statements of a dialect elsewhere. Connects on first use. */
export function createRemoteWarehouse(
  engine: StatementEngine,
  { statementTimeoutMs = 60_000, longStatementTimeoutMs = 10 * 60_000 }: RemoteLimits = {},
): WarehousePort {
  const { dialect, catalogue } = engine
  const gate = createGate(LONG_STATEMENTS_MAX)

  async function send(object: string, statement: BoundStatement, timeoutMs: number, signal?: AbortSignal) {
    const silence = AbortSignal.timeout(timeoutMs + SILENCE_GRACE_MS)
    const either = signal === undefined ? silence : AbortSignal.any([signal, silence])
    try {
      signal?.throwIfAborted()
      return await collectRows(engine.run(statement, { timeoutMs, signal: either }))
    } catch (error) {
      const context = { host: engine.host, object, timeoutMs, signal, hasTimedOut: silence.aborted }
      throw nameFailure(error, engine.judge, context)
    }
  }
  const look = (object: string, statement: BoundStatement) => send(object, statement, statementTimeoutMs)

  async function readCatalogue(statements: readonly BoundStatement[]): Promise<Row[]> {
    const answers: Row[][] = []
    for (const statement of statements) {
      try {
        answers.push(await look('its catalogue', statement))
      } catch (error) {
        // A schema that is not there has no tables; the others are whole.
        if (!(error instanceof WarehouseObjectMissingError)) throw error
      }
    }
    return answers.flat()
  }

  async function isOrderedByNewness(table: WarehouseTable): Promise<boolean> {
    const columns = await look(nameOf(table), catalogue.tableColumns(table))
    return columns.some(({ column }) => column === SYNCED_COLUMN)
  }

  return {
    ...createMeasures({
      dialect,
      readColumns: async (table) =>
        (await look(nameOf(table), catalogue.tableColumns(table))).map((row) => ({
          column: String(row.column),
          typeSpelling: String(row.typeSpelling),
          isReadable: row.isReadable === undefined || isYes(row.isReadable),
        })),
      async runLong(statement, { object, signal, statementTimeoutMs: asked }) {
        const timeoutMs = asked ?? longStatementTimeoutMs
        try {
          return await gate(() => send(object, statement, timeoutMs, signal), signal)
        } catch (error) {
          throw nameFailure(error, engine.judge, { host: engine.host, object, timeoutMs, signal, hasTimedOut: false })
        }
      },
    }),

    listTables: async (schemas) =>
      (await readCatalogue(catalogue.tables(schemas))).map(
        (row): TableEstimate => ({
          schema: String(row.schema),
          table: String(row.table),
          rowEstimate: row.rowEstimate === null || row.rowEstimate === undefined ? null : Number(row.rowEstimate),
        }),
      ),

    readInformationSchema: async (schemas) =>
      (await readCatalogue(catalogue.columns(schemas))).map(
        (row): WarehouseColumn => ({
          schema: String(row.schema),
          table: String(row.table),
          column: String(row.column),
          typeSpelling: String(row.typeSpelling),
          nullable: isYes(row.nullable),
        }),
      ),

    async sampleValues(table, columns, limitMax) {
      const isOrdered = await isOrderedByNewness(table)
      const samples: [string, string[]][] = []
      for (const column of columns) {
        const statement = sampleValuesSql(dialect, table, column, { isOrdered, limitMax })
        const rows = await look(`${nameOf(table)}.${column}`, statement)
        samples.push([column, rows.map(({ value }) => String(value))])
      }
      return Object.fromEntries(samples)
    },

    async countNulls(table, columns) {
      const [counts] = await look(nameOf(table), countNullsSql(dialect, table, columns))
      const rows = Number(counts?.rows ?? 0)
      const nulls = columns.map((column, position) => [column, rows - Number(counts?.[`c${position}`] ?? 0)])
      return { rows, nulls: Object.fromEntries(nulls) }
    },

    async countEqualValues(table, one, other, limitMax) {
      const order = { isOrdered: await isOrderedByNewness(table), limitMax }
      const statement = countEqualValuesSql(dialect, table, [one, other], engine.lettersAndDigits, order)
      const [counts] = await look(nameOf(table), statement)
      return { compared: Number(counts?.compared ?? 0), equal: Number(counts?.equal ?? 0) }
    },

    async readRows(table, columns, where) {
      const rows = await look(nameOf(table), readRowsSql(dialect, table, columns, where))
      return rows.map((row) =>
        Object.fromEntries(
          columns.map((column, position) => {
            const value = row[`c${position}`]
            return [column, value === null || value === undefined ? null : String(value)]
          }),
        ),
      )
    },

    close: () => engine.close(),
  }
}

function nameOf({ schema, table }: WarehouseTable): string {
  return `${schema}.${table}`
}

function isYes(value: unknown): boolean {
  return value === true || /^(yes|true|t)$/i.test(String(value))
}
