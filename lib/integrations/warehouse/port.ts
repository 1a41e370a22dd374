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
  close(): Promise<void>
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
