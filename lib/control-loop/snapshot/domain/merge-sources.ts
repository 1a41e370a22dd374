import { mergeColumns } from './merge-columns'
import { ownEntry } from './own-entry'
import type { SchemaState, SchemaTree, TableState } from './schema-tree'
import type { ObservedTable, SnapshotSources } from './source-observation'
import { WarehouseIndex } from './warehouse-index'

/**
 * One tree out of the stored config, the source's own column lists, the destination's information schema and the previous snapshot.
 * Says nothing it was not told: what could not be asked is carried over or null. Tables of a switched-off schema may be left out by the
 * config; that is no news of them, so they are carried over too.
 */
export function mergeSources(sources: SnapshotSources): SchemaTree {
  const { config, previous } = sources
  const warehouse = sources.warehouse === null ? null : new WarehouseIndex(sources.warehouse)
  const schemas = Object.entries(config.schemas).map(([name, schema]): [string, SchemaState] => {
    const before = ownEntry(previous?.schemas, name)
    const tables = new Map<string, TableState>()
    if (!schema.enabled) for (const [table, state] of Object.entries(before?.tables ?? {})) tables.set(table, state)
    for (const [table, observed] of Object.entries(schema.tables)) {
      tables.set(table, mergeTable(name, table, observed, schema, sources, warehouse))
    }
    const destinationName = ownEntry(sources.destinationSchemas, name) ?? schema.destinationName
    return [name, { destinationName, enabled: schema.enabled, tables: Object.fromEntries(tables) }]
  })
  return {
    changeHandling: config.changeHandling,
    typeLocked: config.typeLocked,
    schemas: Object.fromEntries(schemas),
  }
}

function mergeTable(
  schemaName: string,
  tableName: string,
  observed: ObservedTable,
  schema: { destinationName: string; enabled: boolean },
  sources: SnapshotSources,
  warehouse: WarehouseIndex | null,
): TableState {
  const source = ownEntry(ownEntry(sources.sourceColumns, schemaName), tableName)
  const previous = ownEntry(ownEntry(sources.previous?.schemas, schemaName)?.tables, tableName)
  const resolved = ownEntry(sources.destinationSchemas, schemaName)
  const facts = warehouse?.columnsOf(resolved, schema.destinationName, observed.destinationName)
  const columns = mergeColumns({
    config: observed,
    source,
    warehouse: warehouse === null ? 'unread' : facts,
    previous,
    schemaEnabled: schema.enabled,
    changeHandling: sources.config.changeHandling,
    engine: sources.engine,
  })
  const gone = source === 'absent' && observed.lock === null
  return {
    destinationName: observed.destinationName,
    enabled: observed.enabled,
    syncMode: observed.syncMode,
    lock: gone ? { code: 'deleted', reason: 'The source does not know this table' } : observed.lock,
    supportsColumns: observed.supportsColumns,
    columnsComplete:
      (source !== undefined && source !== 'absent') || previous?.columnsComplete === true || facts !== undefined,
    columns,
  }
}
