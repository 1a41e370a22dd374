import { createHash } from 'node:crypto'
import { PLATFORM_SERVICE } from '@/sandbox/state/build-platform-connector'
import type { Connection, World } from '@/sandbox/state/world'
import type { DeliveredTable } from '@/sandbox/sync/delivered-table'
import type { LogicalType } from '@/sandbox/types/logical-type'
import { postgresType } from '@/sandbox/types/postgres-type'
import type { WarehouseRow } from '@/sandbox/warehouse/warehouse'
import { columnsOf, type PlatformTable } from './platform-table'

const TIMES: Record<string, LogicalType> = { created_at: 'INSTANT', updated_at: 'INSTANT' }
const NAMED: Record<string, LogicalType> = { id: 'STRING', name: 'STRING', connection_id: 'STRING' }
const LINEAGE = (level: string): Record<string, LogicalType> => ({
  [`source_${level}_id`]: 'STRING',
  [`destination_${level}_id`]: 'STRING',
  created_at: 'INSTANT',
})

/** What was delivered is what is listed: a table or column, once synced, stays here for ever. */
const SHAPES: Record<string, { key: string[]; shape: Record<string, LogicalType> }> = {
  source_schema: { key: ['id'], shape: { ...NAMED, ...TIMES } },
  source_table: { key: ['id'], shape: { ...NAMED, schema_id: 'STRING', ...TIMES } },
  source_column: {
    key: ['id'],
    shape: { ...NAMED, table_id: 'STRING', type: 'STRING', is_primary_key: 'BOOLEAN', ...TIMES },
  },
  destination_schema: { key: ['id'], shape: { ...NAMED, destination_id: 'STRING', ...TIMES } },
  destination_table: { key: ['id'], shape: { ...NAMED, schema_id: 'STRING', destination_id: 'STRING', ...TIMES } },
  destination_column: {
    key: ['id'],
    shape: { ...NAMED, table_id: 'STRING', type: 'STRING', destination_id: 'STRING', ...TIMES },
  },
  schema_lineage: { key: ['source_schema_id', 'destination_schema_id'], shape: LINEAGE('schema') },
  table_lineage: { key: ['source_table_id', 'destination_table_id'], shape: LINEAGE('table') },
  column_lineage: { key: ['source_column_id', 'destination_column_id'], shape: LINEAGE('column') },
}

/** Takes the world and a group; gives its source and destination objects with their types, and the lineage between them. */
export function metadataTables(world: World, groupId: string): PlatformTable[] {
  const rows: Record<string, Map<string, WarehouseRow>> = {}
  const put = (table: string, row: WarehouseRow) => {
    const key = (SHAPES[table]?.key ?? []).map((name) => row[name]).join()
    rows[table] ??= new Map()
    rows[table].set(key, row)
  }
  for (const connection of world.connections) {
    if (connection.groupId !== groupId || connection.service === PLATFORM_SERVICE) continue
    for (const table of connection.delivered) putTable(put, connection, table)
  }
  return Object.entries(SHAPES).map(([name, { key, shape }]) => ({
    name,
    key,
    columns: columnsOf(shape),
    rows: [...(rows[name]?.values() ?? [])],
  }))
}

type Put = (table: string, row: WarehouseRow) => void

function putTable(put: Put, connection: Connection, table: DeliveredTable): void {
  const times = { created_at: connection.createdAt, updated_at: connection.succeededAt ?? connection.createdAt }
  const source = { ...times, connection_id: connection.id }
  const destination = { ...source, destination_id: connection.groupId }
  const lineage = { created_at: connection.createdAt }
  const ids = {
    sourceSchema: idOf(connection.id, table.sourceSchema),
    sourceTable: idOf(connection.id, table.sourceSchema, table.sourceTable),
    schema: idOf(connection.groupId, table.schema),
    table: idOf(connection.groupId, table.schema, table.table),
  }
  put('source_schema', { id: ids.sourceSchema, name: table.sourceSchema, ...source })
  put('source_table', { id: ids.sourceTable, schema_id: ids.sourceSchema, name: table.sourceTable, ...source })
  put('destination_schema', { id: ids.schema, name: table.schema, ...destination })
  put('destination_table', { id: ids.table, schema_id: ids.schema, name: table.table, ...destination })
  put('schema_lineage', { source_schema_id: ids.sourceSchema, destination_schema_id: ids.schema, ...lineage })
  put('table_lineage', { source_table_id: ids.sourceTable, destination_table_id: ids.table, ...lineage })

  const sourceTable = connection.source
    .find(({ name }) => name === table.sourceSchema)
    ?.tables.find(({ name }) => name === table.sourceTable)
  for (const column of table.columns) {
    const columnId = idOf(ids.table, column.name)
    const type = postgresType(column.type, column.length)
    put('destination_column', { id: columnId, table_id: ids.table, name: column.name, type, ...destination })
    const live = sourceTable?.columns.find(({ name }) => name === column.source)
    if (!live) continue
    const sourceId = idOf(ids.sourceTable, live.name)
    put('source_column', {
      id: sourceId,
      table_id: ids.sourceTable,
      name: live.name,
      type: live.type,
      is_primary_key: sourceTable?.primaryKey.includes(live.name) ?? false,
      ...source,
    })
    put('column_lineage', { source_column_id: sourceId, destination_column_id: columnId, ...lineage })
  }
}

/** The same object has the same id in every sync. */
function idOf(...path: string[]): string {
  return createHash('sha256').update(JSON.stringify(path)).digest('hex').slice(0, 24)
}
