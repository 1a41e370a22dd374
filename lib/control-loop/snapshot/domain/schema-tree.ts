import { z } from 'zod'

/**
 * One connection's schema as Headgate knows it: what the source has, what the schema config says about it, and what lies in the
 * destination. Stored as JSON inside snapshots: a change to these shapes needs a migration of `table_body`.
 * Keys of the maps are source names, case-sensitive. Ordinals are absent on purpose: position is not a fact.
 */

/** Fivetran's logical types (the platform names of its type documentation). */
export const logicalTypes = [
  'BOOLEAN',
  'SHORT',
  'INT',
  'LONG',
  'BIGDECIMAL',
  'FLOAT',
  'DOUBLE',
  'LOCALDATE',
  'LOCALDATETIME',
  'INSTANT',
  'LOCALTIME',
  'STRING',
  'JSON',
  'XML',
  'BINARY',
] as const
export const logicalTypeSchema = z.enum(logicalTypes)
export type LogicalType = z.infer<typeof logicalTypeSchema>

export const changeHandlingSchema = z.enum(['allow-all', 'allow-columns', 'block-all'])
export type ChangeHandling = z.infer<typeof changeHandlingSchema>

export const syncModeSchema = z.enum(['soft-delete', 'history', 'live'])
export type SyncMode = z.infer<typeof syncModeSchema>

/** Why a setting cannot be changed: `system` (keys, system tables), `deleted` (gone at the source), `other` (with the vendor's reason). */
export const lockSchema = z.object({ code: z.enum(['system', 'deleted', 'other']), reason: z.string().nullable() })
export type Lock = z.infer<typeof lockSchema>

export const columnStateSchema = z.object({
  destinationName: z.string(),
  enabled: z.boolean(),
  hashed: z.boolean(),
  /** null: the connection does not say. */
  primaryKey: z.boolean().nullable(),
  /** null: not in the destination yet, or its type is unknown. */
  type: logicalTypeSchema.nullable(),
  /** The destination's own spelling of the type, for people. */
  typeSpelling: z.string().nullable(),
  nullable: z.boolean().nullable(),
  lock: lockSchema.nullable(),
  /** false: nobody ever set it, it follows the connection's change handling. */
  touched: z.boolean(),
  /** false: gone at the source (a ghost column may stay in the destination). null: nobody could look. */
  inSource: z.boolean().nullable(),
})
export type ColumnState = z.infer<typeof columnStateSchema>

export const tableStateSchema = z.object({
  destinationName: z.string(),
  enabled: z.boolean(),
  syncMode: syncModeSchema.nullable(),
  lock: lockSchema.nullable(),
  supportsColumns: z.boolean(),
  /** false: the list of columns is not the whole list (no source call and nothing in the destination yet). */
  columnsComplete: z.boolean(),
  columns: z.record(z.string(), columnStateSchema),
})
export type TableState = z.infer<typeof tableStateSchema>

export const schemaStateSchema = z.object({
  destinationName: z.string(),
  enabled: z.boolean(),
  tables: z.record(z.string(), tableStateSchema),
})
export type SchemaState = z.infer<typeof schemaStateSchema>

export const schemaTreeSchema = z.object({
  changeHandling: changeHandlingSchema,
  typeLocked: z.boolean().nullable(),
  schemas: z.record(z.string(), schemaStateSchema),
})
export type SchemaTree = z.infer<typeof schemaTreeSchema>

/** A name path: schema, or schema and table, or schema, table and column. The empty path is the connection itself. */
export const pathSchema = z.object({
  schema: z.string().optional(),
  table: z.string().optional(),
  column: z.string().optional(),
})
export type Path = z.infer<typeof pathSchema>

/** `public.customer.phone`; the connection itself is the empty string. */
export function formatPath(path: Path): string {
  return [path.schema, path.table, path.column].filter((part) => part !== undefined).join('.')
}
