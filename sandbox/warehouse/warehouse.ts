import type { SyncMode } from '@/sandbox/source/source-model'
import type { CellValue } from '@/sandbox/types/cast-value'
import type { LogicalType } from '@/sandbox/types/logical-type'

export interface WarehouseColumn {
  name: string
  type: LogicalType
  length: number | null
}

export interface TableRef {
  schema: string
  table: string
}

export type WarehouseRow = Record<string, CellValue>

/** What a sync does to one destination table. All of it belongs to one transaction. */
export interface WarehouseSession {
  tableExists(ref: TableRef): Promise<boolean>
  /** Creates the schema where missing; replaces a table left behind by a write that was never remembered. */
  createTable(ref: TableRef, columns: WarehouseColumn[], key: string[]): Promise<void>
  /** Adds at the end; does nothing when the column is there already. */
  addColumn(ref: TableRef, column: WarehouseColumn): Promise<void>
  /** Temporary column, copy and cast, drop, rename: the name stays, the ordinal moves to the end. */
  changeType(ref: TableRef, column: WarehouseColumn, key: string[]): Promise<void>
  /** Replaces the primary key. Where rows collide under it, the table is left without one. */
  changeKey(ref: TableRef, key: string[]): Promise<void>
  /** Updates the rows whose key exists, in the columns given, and inserts the others. */
  upsert(ref: TableRef, columns: WarehouseColumn[], key: string[], rows: WarehouseRow[]): Promise<void>
  /** Removes the rows whose key is given. */
  deleteRows(ref: TableRef, keyColumns: WarehouseColumn[], key: string[], rows: WarehouseRow[]): Promise<void>
  /** Ends the active versions of the rows whose key is given. For tables that keep history. */
  closeVersions(
    ref: TableRef,
    keyColumns: WarehouseColumn[],
    key: string[],
    rows: WarehouseRow[],
    endedAt: string,
  ): Promise<void>
  /** Turns the rows of one mode into those of another; `key` is the source's. */
  changeMode(ref: TableRef, from: SyncMode, to: SyncMode, key: string[]): Promise<void>
  /** Does nothing when the column is gone already. */
  dropColumn(ref: TableRef, column: string): Promise<void>
  setAllNull(ref: TableRef, column: string): Promise<void>
}

export interface WarehouseTable extends TableRef {
  columns: { name: string; type: string }[]
  rows: number
}

/** The destination. Two stand behind this port: a PostgreSQL database, and memory for a sandbox without one. */
export interface Warehouse {
  readonly kind: 'postgres' | 'memory'
  inTransaction<Result>(work: (session: WarehouseSession) => Promise<Result>): Promise<Result>
  /** Drops schemas the sandbox made itself; refuses schemas it did not make. */
  dropOwnSchemas(schemas: string[]): Promise<void>
  listTables(schemas: string[]): Promise<WarehouseTable[]>
  readRows(ref: TableRef, limit: number): Promise<WarehouseRow[]>
  close(): Promise<void>
}
