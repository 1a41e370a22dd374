import type { Row, SqlDialect } from '../dialects/sql-dialect'
import type { Failure } from '../failure'
import type { WarehouseTable } from '../port'

export interface BoundStatement {
  sql: string
  parameters?: readonly (string | number)[]
}

/** Statements that read an engine's catalogue. A statement over a schema that is not there may fail: it then yields nothing. */
export interface Catalogue {
  /** Rows of schema, table, column, typeSpelling and nullable (`YES`, `true`), base tables only. */
  columns(schemas: readonly string[]): BoundStatement[]
  /** Rows of column, typeSpelling and, where the engine tells, isReadable; in the order of the table. */
  tableColumns(table: WarehouseTable): BoundStatement
  /** Rows of schema, table and rowEstimate, base tables only. */
  tables(schemas: readonly string[]): BoundStatement[]
}

/** What a warehouse behind a network has to bring so that `createRemoteWarehouse` can serve the whole port over it. */
export interface StatementEngine {
  /** For people: what does not answer when it does not answer. */
  host: string
  dialect: SqlDialect
  catalogue: Catalogue
  /** The letters and digits of a text, in lower case. */
  lettersAndDigits(text: string): string
  /**
   * Runs one read-only statement with this time-out in the server and yields its rows as they come. Aborting, or ceasing to read, cancels the
   * statement in the server before the iteration ends. Rejects with the driver's own errors.
   */
  run(statement: BoundStatement, limits: { timeoutMs: number; signal: AbortSignal }): AsyncIterable<Row>
  /** What a driver's error means. Never quotes a message: engines put row values into them. */
  judge(error: unknown): Failure
  close(): Promise<void>
}
