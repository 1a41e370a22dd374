import type { ProfileRequest } from '@/lib/capabilities/quality/domain/profile/profile-request'
import type { TableProfile } from '@/lib/capabilities/quality/domain/profile/table-profile'
import type { RowCondition } from './checks/row-condition'

/**
 * What Headgate reads from a destination, in our own words. Read-only: a short statement time-out, quoted identifiers, no SQL from outside.
 * Rejects with the errors of `errors.ts` only.
 */
export interface WarehousePort {
  /** Columns with the engine's own type spelling, for every base table of the named destination schemas. Unknown schemas yield nothing. */
  readInformationSchema(schemas: string[]): Promise<WarehouseColumn[]>
  /** Up to `limitMax` non-null values of each named column, newest rows first, as text. For classification; never stored, never logged. */
  sampleValues(table: WarehouseTable, columns: string[], limitMax: number): Promise<Record<string, string[]>>
  /** Rows in the table and, per column, how many are null. */
  countNulls(table: WarehouseTable, columns: string[]): Promise<{ rows: number; nulls: Record<string, number> }>
  /** How many of the newest `limitMax` rows hold the same non-null text in both columns once case and punctuation are removed. */
  countEqualValues(
    table: WarehouseTable,
    one: string,
    other: string,
    limitMax: number,
  ): Promise<{ compared: number; equal: number }>
  /** Rows whose column equals a text, as text. For catalogues the service keeps in the destination; never for customers' rows. */
  readRows(
    table: WarehouseTable,
    columns: string[],
    where: { column: string; equals: string; limitMax: number },
  ): Promise<Record<string, string | null | undefined>[]>
  /** Base tables of the named schemas with the engine's own estimate of their rows; null where it has none. */
  listTables(schemas: string[]): Promise<TableEstimate[]>
  /**
   * Statistics of one table, taken where the rows are. A column that cannot be measured is a fault of the profile and the others are
   * whole; rejects only with what concerns the table: gone, not readable, unreachable, cancelled.
   */
  profileTable(table: WarehouseTable, request: ProfileRequest, run?: LongRun): Promise<TableProfile>
  /** Rows of the table, and how many of them fail the condition. */
  countFailing(
    table: WarehouseTable,
    condition: RowCondition,
    run?: LongRun,
  ): Promise<{ rows: number; failing: number }>
  /** Up to `limitMax` failing rows, the named columns as text cut to length. For whoever may see rows; never stored, never logged. */
  sampleFailing(
    table: WarehouseTable,
    condition: RowCondition,
    ask: { columns: string[]; limitMax: number },
    run?: LongRun,
  ): Promise<Record<string, string | null>[]>
  close(): Promise<void>
}
export interface LongRun {
  /** Aborting cancels the statement in the warehouse, and the call rejects with `WarehouseCancelledError` once it has. */
  signal?: AbortSignal
  onProgress?: (progress: ProfileProgress) => void
  /** Of each statement; the default of the engine's adapter for long ones otherwise. */
  statementTimeoutMs?: number
}
export interface ProfileProgress {
  step: string
  done: number
  planned: number
}
export interface TableEstimate extends WarehouseTable {
  rowEstimate: number | null
}
export interface WarehouseTable {
  schema: string
  table: string
}
export interface WarehouseColumn {
  schema: string
  table: string
  column: string
  /** As the engine spells it, e.g. `character varying(256)`. */
  typeSpelling: string
  nullable: boolean
}
