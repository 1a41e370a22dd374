import { z } from 'zod'
import type { ChangeHandling, Lock, SyncMode } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { ConfigColumn, ConfigTable, SchemaConfig } from '@/lib/integrations/fivetran/port'
import { flag, text } from './tolerant'

const changeHandlings: Record<string, ChangeHandling> = {
  ALLOW_ALL: 'allow-all',
  ALLOW_COLUMNS: 'allow-columns',
  BLOCK_ALL: 'block-all',
}
const syncModes: Record<string, SyncMode> = { SOFT_DELETE: 'soft-delete', HISTORY: 'history', LIVE: 'live' }
const lockCodes: Record<string, Lock['code']> = { SYSTEM_TABLE: 'system', SYSTEM_COLUMN: 'system', DELETED: 'deleted' }

const lock = z
  .object({ allowed: flag(true), reason_code: text, reason: text })
  .nullish()
  .transform((settings): Lock | null => {
    if (!settings || settings.allowed) return null
    return { code: lockCodes[settings.reason_code?.toUpperCase() ?? ''] ?? 'other', reason: settings.reason }
  })

/** A map that may be null or missing; a name mapped to null is skipped. */
function mapOf<Shape extends z.ZodType>(shape: Shape) {
  return z
    .record(z.string(), shape.nullable())
    .nullish()
    .transform((map) =>
      Object.entries(map ?? {}).filter((entry): entry is [string, z.output<Shape>] => entry[1] !== null),
    )
}

const columnShape = z.object({
  name_in_destination: text,
  enabled: flag(true),
  hashed: flag(false),
  is_primary_key: z.boolean().nullish(),
  enabled_patch_settings: lock,
})
const tableShape = z.object({
  name_in_destination: text,
  enabled: flag(true),
  sync_mode: text.transform((mode) => syncModes[mode?.toUpperCase() ?? ''] ?? null),
  supports_columns_config: flag(true),
  enabled_patch_settings: lock,
  columns: mapOf(columnShape),
})
const schemaShape = z.object({ name_in_destination: text, enabled: flag(true), tables: mapOf(tableShape) })

const treeShape = z.object({
  schema_change_handling: text,
  enable_new_by_default: z.boolean().nullish(),
  is_type_locked: z.boolean().nullish(),
  schemas: mapOf(schemaShape).optional(),
})

/**
 * A connection's stored schema config. `{}` and a reply without any tree are `absent`: the service answers so for connections that
 * have never synced. Refuses a tree whose change handling cannot be known, because everything untouched follows it.
 */
export const schemaConfigShape = treeShape.nullish().transform((tree, context): SchemaConfig | 'absent' => {
  const schemas = tree?.schemas ?? []
  if (!tree || (schemas.length === 0 && tree.schema_change_handling === null)) return 'absent'
  const changeHandling =
    changeHandlings[tree.schema_change_handling?.toUpperCase() ?? ''] ??
    (tree.enable_new_by_default ? 'allow-all' : null)
  if (!changeHandling) {
    context.addIssue({ code: 'custom', path: ['schema_change_handling'], message: 'unknown value' })
    return z.NEVER
  }
  return {
    changeHandling,
    typeLocked: tree.is_type_locked ?? null,
    // fromEntries, not assignment: `__proto__` is a legal name of a table or column.
    schemas: Object.fromEntries(
      schemas.map(([name, schema]) => [
        name,
        {
          destinationName: schema.name_in_destination ?? name,
          enabled: schema.enabled,
          tables: Object.fromEntries(schema.tables.map(([table, shape]) => [table, toConfigTable(table, shape)])),
        },
      ]),
    ),
  }
})

/** Every column of one table, as the source reports them now. */
export const sourceColumnsShape = z
  .object({ columns: mapOf(columnShape) })
  .nullish()
  .transform((body) => toConfigColumns(body?.columns ?? []))

function toConfigTable(name: string, table: z.output<typeof tableShape>): ConfigTable {
  return {
    destinationName: table.name_in_destination ?? name,
    enabled: table.enabled,
    syncMode: table.sync_mode,
    lock: table.enabled_patch_settings,
    supportsColumns: table.supports_columns_config,
    columns: toConfigColumns(table.columns),
  }
}

function toConfigColumns(columns: [string, z.output<typeof columnShape>][]): Record<string, ConfigColumn> {
  return Object.fromEntries(
    columns.map(([name, column]) => [
      name,
      {
        destinationName: column.name_in_destination ?? name,
        enabled: column.enabled,
        hashed: column.hashed,
        primaryKey: column.is_primary_key ?? null,
        lock: column.enabled_patch_settings,
      },
    ]),
  )
}
