import { ownEntry } from './own-entry'
import type { ConfigColumn, SchemaConfig } from './schema-config'

/** Takes the config before and after an edit; gives one line per setting that moved. Empty when nothing did. */
export function describeDifference(before: SchemaConfig, after: SchemaConfig): string[] {
  const lines: string[] = []
  if (before.policy !== after.policy) lines.push(`schema_change_handling ${before.policy} -> ${after.policy}`)
  if (before.typeLocked !== after.typeLocked) lines.push(`is_type_locked ${before.typeLocked} -> ${after.typeLocked}`)
  for (const [schemaName, schema] of Object.entries(after.schemas)) {
    const oldSchema = ownEntry(before.schemas, schemaName)
    lines.push(...moved(schemaName, 'enabled', oldSchema?.enabled, schema.enabled))
    for (const [tableName, table] of Object.entries(schema.tables)) {
      const path = `${schemaName}.${tableName}`
      const oldTable = oldSchema && ownEntry(oldSchema.tables, tableName)
      if (!oldTable) {
        lines.push(`${path} captured, enabled ${table.enabled}`)
        continue
      }
      lines.push(...moved(path, 'enabled', oldTable.enabled, table.enabled))
      if (table === oldTable) continue
      if (table.syncMode !== oldTable.syncMode)
        lines.push(`${path} sync_mode ${oldTable.syncMode} -> ${table.syncMode}`)
      if (table.deleted && !oldTable.deleted) lines.push(`${path} gone from source`)
      for (const [columnName, column] of Object.entries(table.columns)) {
        lines.push(...describeColumn(`${path}.${columnName}`, ownEntry(oldTable.columns, columnName), column))
      }
    }
  }
  return lines
}

function describeColumn(path: string, before: ConfigColumn | undefined, after: ConfigColumn): string[] {
  if (!before) return [`${path} captured, enabled ${after.enabled}`]
  return [
    ...moved(path, 'enabled', before.enabled, after.enabled),
    ...moved(path, 'hashed', before.hashed, after.hashed),
    ...moved(path, 'primary key', before.primaryKey, after.primaryKey),
    ...(after.dropPending && !before.dropPending ? [`${path} marked for deletion`] : []),
    ...(after.deleted && !before.deleted ? [`${path} gone from source`] : []),
  ]
}

function moved(path: string, what: string, before: boolean | undefined, after: boolean): string[] {
  return before === after ? [] : [`${path} ${what} ${before ?? 'unknown'} -> ${after}`]
}
