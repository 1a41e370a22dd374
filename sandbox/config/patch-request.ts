import { z } from 'zod'

const columnPatchSchema = z.object({
  enabled: z.boolean().optional(),
  hashed: z.boolean().optional(),
  is_primary_key: z.boolean().optional(),
})
const tablePatchSchema = z.object({
  enabled: z.boolean().optional(),
  sync_mode: z.enum(['SOFT_DELETE', 'HISTORY', 'LIVE']).optional(),
  columns: z.record(z.string(), columnPatchSchema).optional(),
})
const schemaPatchSchema = z.object({
  enabled: z.boolean().optional(),
  tables: z.record(z.string(), tablePatchSchema).optional(),
})

/** Body of a root-level edit. Unknown fields are ignored, as the service ignores them. */
export const rootPatchRequestSchema = z.object({
  schemas: z.record(z.string(), schemaPatchSchema).optional(),
  schema_change_handling: z.enum(['ALLOW_ALL', 'ALLOW_COLUMNS', 'BLOCK_ALL']).optional(),
  is_type_locked: z.boolean().optional(),
})
/** `enabled` is required where one schema or one column is addressed; a locked table must be edited without it. */
export const schemaPatchRequestSchema = schemaPatchSchema.required({ enabled: true })
export const tablePatchRequestSchema = tablePatchSchema
export const columnPatchRequestSchema = columnPatchSchema.required({ enabled: true })

export type SchemaConfigPatch = z.infer<typeof rootPatchRequestSchema>
export type TablePatch = z.infer<typeof tablePatchSchema>
export type ColumnPatch = z.infer<typeof columnPatchSchema>
/** Where an edit was addressed. Bulk edits are more forgiving than edits of one object. */
export type PatchLevel = 'root' | 'schema' | 'table' | 'column'
