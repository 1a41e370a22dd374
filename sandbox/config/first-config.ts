import type { Source } from '@/sandbox/source/source-model'
import { captureSchema } from './capture-schema'
import { ownEntry } from './own-entry'
import type { SchemaConfigPatch } from './patch-request'
import { patchSchemaConfig } from './patch-schema-config'
import type { ConfigTable, SchemaConfig } from './schema-config'

/**
 * Takes the source at the first look and what was asked of it before (null: nothing); gives the first config. What was asked of
 * names that do not exist, and of what cannot be switched, is ignored in silence, as the service ignores it.
 */
export function firstConfig(source: Source, asked: SchemaConfigPatch | null): SchemaConfig {
  const config = captureSchema(null, source)
  if (asked === null) return config
  return patchSchemaConfig(config, { ...asked, schemas: keepPossible(config, asked) }, source, 'root')
}

function keepPossible(config: SchemaConfig, asked: SchemaConfigPatch): NonNullable<SchemaConfigPatch['schemas']> {
  const schemas: NonNullable<SchemaConfigPatch['schemas']> = {}
  for (const [schemaName, schema] of Object.entries(asked.schemas ?? {})) {
    const known = ownEntry(config.schemas, schemaName)
    if (!known) continue
    const tables: NonNullable<typeof schema.tables> = {}
    for (const [tableName, table] of Object.entries(schema.tables ?? {})) {
      const knownTable = ownEntry(known.tables, tableName)
      if (!knownTable) continue
      const columns = Object.entries(table.columns ?? {}).filter(([name]) => ownEntry(knownTable.columns, name))
      tables[tableName] = {
        ...(knownTable.readOnly ? {} : { enabled: table.enabled }),
        ...(canSwitch(knownTable, table.sync_mode) ? { sync_mode: table.sync_mode } : {}),
        ...(knownTable.supportsColumnsConfig && columns.length > 0 ? { columns: Object.fromEntries(columns) } : {}),
      }
    }
    schemas[schemaName] = { enabled: schema.enabled, tables }
  }
  return schemas
}

function canSwitch({ readOnly, syncModes }: ConfigTable, mode: ConfigTable['syncMode'] | undefined): boolean {
  return mode !== undefined && !readOnly && syncModes.length > 1 && syncModes.includes(mode)
}
