import { type NamingRules, normaliseName } from '@/sandbox/naming/normalise-name'
import type { SourceTable } from '@/sandbox/source/source-model'
import { captureColumn } from './capture-table'
import { isColumnListed } from './column-visibility'
import { INFERRED } from './inferred'
import { mapValues } from './map-values'
import { ownEntry } from './own-entry'
import { columnPatchSettings, tablePatchSettings } from './patch-settings'
import type { ConfigColumn, ConfigTable, SchemaConfig } from './schema-config'

export interface PresentContext {
  rules: NamingRules
  /** Some application services do not say which columns are keys. */
  exposesPrimaryKeys: boolean
  destinationSchema: (sourceSchema: string) => string
}

/** Takes the stored config; gives the tree as the service answers it: every schema and table, few columns. */
export function presentSchemaConfig(config: SchemaConfig, context: PresentContext) {
  return {
    schema_change_handling: config.policy,
    enable_new_by_default: config.policy === 'ALLOW_ALL',
    is_type_locked: config.typeLocked,
    schemas: mapValues(config.schemas, (schema, schemaName) => ({
      name_in_destination: context.destinationSchema(schemaName),
      enabled: schema.enabled,
      tables: mapValues(schema.tables, (table, tableName) => presentTable(table, tableName, config, context)),
    })),
  }
}

function presentTable(table: ConfigTable, name: string, config: SchemaConfig, context: PresentContext) {
  const listed = Object.entries(table.columns).filter(([, column]) => isColumnListed(column, config.policy))
  return {
    name_in_destination: normaliseName(name, context.rules, 'table'),
    enabled: table.enabled,
    supports_columns_config: table.supportsColumnsConfig,
    // Left out where the table cannot switch, as the service leaves it out.
    ...(table.syncModes.length > 1 ? { sync_mode: table.syncMode } : {}),
    supports_history_mode: table.syncModes.includes('HISTORY'),
    enabled_patch_settings: tablePatchSettings(table),
    columns: Object.fromEntries(listed.map(([column, state]) => [column, presentColumn(state, column, context)])),
  }
}

function presentColumn(column: ConfigColumn, name: string, context: PresentContext) {
  return {
    name_in_destination: normaliseName(name, context.rules, 'column'),
    enabled: column.enabled,
    hashed: column.hashed,
    ...(context.exposesPrimaryKeys ? { is_primary_key: column.primaryKey } : {}),
    enabled_patch_settings: columnPatchSettings(column),
  }
}

/**
 * Takes a stored table and the table as the source has it now; gives the complete column map. The source is asked live: columns
 * nobody has captured yet are in it, as the policy would treat them.
 */
export function presentColumns(stored: ConfigTable, live: SourceTable, config: SchemaConfig, context: PresentContext) {
  const columns: [string, ConfigColumn][] = live.columns.map(({ name }) => {
    const known = ownEntry(stored.columns, name)
    const primaryKey = live.primaryKey.includes(name)
    return [name, known ? { ...known, deleted: false, primaryKey } : captureColumn(live, name, config.policy)]
  })
  if (INFERRED.liveColumnsListDeletedColumns) {
    columns.push(...Object.entries(stored.columns).filter(([, column]) => column.deleted))
  }
  return { columns: Object.fromEntries(columns.map(([name, column]) => [name, presentColumn(column, name, context)])) }
}
