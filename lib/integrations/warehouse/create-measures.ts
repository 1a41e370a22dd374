import { setMaxListeners } from 'node:events'
import { countFailingSql, sampleFailingSql } from './checks/failing-rows-sql'
import type { Row, SqlDialect } from './dialects/sql-dialect'
import { WarehouseObjectMissingError, WarehousePermissionError } from './errors'
import type { LongRun, WarehousePort, WarehouseTable } from './port'
import type { CatalogueColumn } from './profile/choose-columns'
import { measureTable } from './profile/measure-table'

interface Engine {
  dialect: SqlDialect
  /** Empty for a table that is not there. */
  readColumns(table: WarehouseTable): Promise<CatalogueColumn[]>
  /** Rejects with the port's errors; cancels in the engine when the signal aborts. */
  runLong(
    statement: { sql: string; parameters?: readonly (string | number)[] },
    options: { object: string; signal?: AbortSignal; statementTimeoutMs?: number },
  ): Promise<Row[]>
}

/** The measuring part of the port over an engine that can run statements of a dialect. */
export function createMeasures({
  dialect,
  readColumns,
  runLong,
}: Engine): Pick<WarehousePort, 'profileTable' | 'countFailing' | 'sampleFailing'> {
  const long = (table: WarehouseTable, { signal, statementTimeoutMs }: LongRun) => ({
    object: `${table.schema}.${table.table}`,
    signal,
    statementTimeoutMs,
  })
  return {
    async profileTable(table, request, run = {}) {
      const options = long(table, run)
      const columns = await readColumns(table)
      if (columns.length === 0) throw new WarehouseObjectMissingError(options.object)
      if (columns.every(({ isReadable }) => !isReadable)) throw new WarehousePermissionError(options.object)
      // One statement that fails for good ends the others: nothing of a profile that nobody gets keeps running.
      const end = new AbortController()
      const signal = run.signal === undefined ? end.signal : AbortSignal.any([run.signal, end.signal])
      // Every statement of the profile waits on this signal at one time or another.
      setMaxListeners(0, signal)
      const open = new Set<Promise<unknown>>()
      const send = (sql: string) => {
        const sent = runLong({ sql }, { ...options, signal })
        open.add(sent)
        return sent
      }
      try {
        return await measureTable({ dialect, table, columns, request, run: send, onProgress: run.onProgress })
      } catch (error) {
        end.abort(error)
        await Promise.allSettled(open)
        throw error
      }
    },

    async countFailing(table, condition, run = {}) {
      const [row] = await runLong(countFailingSql(dialect, table, condition), long(table, run))
      return { rows: Number(row?.rows), failing: Number(row?.failing) }
    },

    async sampleFailing(table, condition, ask, run = {}) {
      const rows = await runLong(sampleFailingSql(dialect, table, condition, ask), long(table, run))
      return rows.map((row) =>
        Object.fromEntries(
          ask.columns.map((column, position) => {
            const value = row[`c${position}`]
            return [column, value === null || value === undefined ? null : String(value)]
          }),
        ),
      )
    },
  }
}
