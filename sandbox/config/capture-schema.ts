import type { Source, SourceTable } from '@/sandbox/source/source-model'
import { ownEntry } from './own-entry'
import type { ConfigColumn, ConfigTable, SchemaChangeHandling, SchemaConfig } from './schema-config'

/** What a first look stores about a source nobody has configured yet. */
const FIRST_POLICY: SchemaChangeHandling = 'ALLOW_ALL'

/**
 * Takes the stored config (null before the first look) and the source as it is now; gives the config that knows it. New objects
 * follow the policy, gone ones are marked, what a person set stays. Starts nothing.
 */
export function captureSchema(stored: SchemaConfig | null, source: Source): SchemaConfig {
  const next: SchemaConfig = stored ? structuredClone(stored) : { policy: FIRST_POLICY, typeLocked: false, schemas: {} }
  for (const schema of source) {
    const known = ownEntry(next.schemas, schema.name)
    const configSchema = known ?? { enabled: stored === null || next.policy === 'ALLOW_ALL', tables: {} }
    next.schemas[schema.name] = configSchema
    for (const table of schema.tables) {
      const knownTable = ownEntry(configSchema.tables, table.name)
      configSchema.tables[table.name] = knownTable
        ? captureKnownTable(knownTable, table, next.policy)
        : captureTable(table, next.policy, stored === null)
    }
  }
  markGone(next, source)
  return next
}

function captureTable(table: SourceTable, policy: SchemaChangeHandling, firstLook: boolean): ConfigTable {
  return {
    enabled: firstLook || policy === 'ALLOW_ALL' || table.readOnly,
    deleted: false,
    readOnly: table.readOnly,
    supportsColumnsConfig: table.supportsColumnsConfig,
    columns: Object.fromEntries(
      table.columns.map((column) => [column.name, captureColumn(table, column.name, policy)]),
    ),
  }
}

function captureKnownTable(known: ConfigTable, table: SourceTable, policy: SchemaChangeHandling): ConfigTable {
  const columns = { ...known.columns }
  for (const { name } of table.columns) {
    const column = ownEntry(columns, name)
    const primaryKey = table.primaryKey.includes(name)
    // A column that becomes part of the key syncs whatever was chosen before.
    columns[name] = column
      ? { ...column, deleted: false, primaryKey, enabled: column.enabled || primaryKey }
      : captureColumn(table, name, policy)
  }
  return { ...known, deleted: false, columns }
}

/** Takes a column that no config knows yet; gives how the policy treats it. Keys sync whatever the policy says. */
export function captureColumn(table: SourceTable, name: string, policy: SchemaChangeHandling): ConfigColumn {
  const primaryKey = table.primaryKey.includes(name)
  return { enabled: policy !== 'BLOCK_ALL' || primaryKey, hashed: false, primaryKey, touched: false, deleted: false }
}

function markGone(config: SchemaConfig, source: Source): void {
  for (const [schemaName, schema] of Object.entries(config.schemas)) {
    const tables = source.find((candidate) => candidate.name === schemaName)?.tables ?? []
    for (const [tableName, table] of Object.entries(schema.tables)) {
      const sourceTable = tables.find((candidate) => candidate.name === tableName)
      if (!sourceTable) {
        table.deleted = true
        continue
      }
      const present = new Set(sourceTable.columns.map((column) => column.name))
      for (const [columnName, column] of Object.entries(table.columns)) {
        if (!present.has(columnName)) column.deleted = true
      }
    }
  }
}
