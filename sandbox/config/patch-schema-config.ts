import { ApiError } from '@/sandbox/errors/api-error'
import type { Source } from '@/sandbox/source/source-model'
import { ownEntry } from './own-entry'
import type { PatchLevel, SchemaConfigPatch } from './patch-request'
import { patchTable } from './patch-table'
import type { SchemaConfig } from './schema-config'

/**
 * Takes the stored config and an edit written at any level; gives the config afterwards. Merges at the level of the keys sent:
 * the last write wins and what is not named stays. Unknown or wrongly cased names are a 404 and nothing of the edit is kept.
 */
export function patchSchemaConfig(
  config: SchemaConfig,
  patch: SchemaConfigPatch,
  source: Source,
  level: PatchLevel,
): SchemaConfig {
  // Copied along the way that is edited, shared everywhere else.
  const next: SchemaConfig = { ...config, schemas: { ...config.schemas } }
  if (patch.schema_change_handling !== undefined) next.policy = patch.schema_change_handling
  if (patch.is_type_locked !== undefined) next.typeLocked = patch.is_type_locked
  for (const [schemaName, schemaPatch] of Object.entries(patch.schemas ?? {})) {
    const schema = ownEntry(next.schemas, schemaName)
    if (!schema) throw new ApiError(404, 'NotFound', `Schema '${schemaName}' not found`)
    const tables = { ...schema.tables }
    next.schemas[schemaName] = { enabled: schemaPatch.enabled ?? schema.enabled, tables }
    for (const [tableName, tablePatch] of Object.entries(schemaPatch.tables ?? {})) {
      const table = ownEntry(tables, tableName)
      if (!table) throw new ApiError(404, 'NotFound', `Table '${tableName}' not found in schema '${schemaName}'`)
      const place = { schema: schemaName, table: tableName, policy: next.policy, source }
      tables[tableName] = patchTable(table, tablePatch, place, level)
    }
  }
  return next
}
