import type { ChangeHandling, SyncMode } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { ColumnEdit, ConnectionEdit } from '../port'

type SchemaConfigEdit = Extract<ConnectionEdit, { kind: 'schema-config' }>
type TableSettings = { enabled?: boolean; syncMode?: SyncMode }
type TableBranch = { settings: TableSettings; columns: ColumnEdit[] }
type SchemaBranch = { enabled?: boolean; tables: Map<string, TableBranch> }

const vendorSyncMode: Record<SyncMode, string> = { 'soft-delete': 'SOFT_DELETE', history: 'HISTORY', live: 'LIVE' }
const vendorChangeHandling: Record<ChangeHandling, string> = {
  'allow-all': 'ALLOW_ALL',
  'allow-columns': 'ALLOW_COLUMNS',
  'block-all': 'BLOCK_ALL',
}

/** One column's settings in the service's words. */
export function toVendorColumn({ enabled, hashed, primaryKey }: ColumnEdit): Record<string, boolean> {
  return {
    enabled,
    ...(hashed === undefined ? {} : { hashed }),
    ...(primaryKey === undefined ? {} : { is_primary_key: primaryKey }),
  }
}

/** One table's settings with its columns. `enabled` only when the edit sets it: sent for a locked table it would be refused. */
export function toVendorTable({ enabled, syncMode }: TableSettings, columns: ColumnEdit[]): Record<string, unknown> {
  return {
    ...(enabled === undefined ? {} : { enabled }),
    ...(syncMode === undefined ? {} : { sync_mode: vendorSyncMode[syncMode] }),
    ...(columns.length === 0
      ? {}
      : { columns: Object.fromEntries(columns.map((one) => [one.column, toVendorColumn(one)])) }),
  }
}

/**
 * An edit as a partial tree: only the branches it touches. Built with maps, since `__proto__` and `constructor` are legal names of
 * tables and columns.
 */
export function describeSchemaConfigBody(edit: SchemaConfigEdit): Record<string, unknown> {
  const schemas = toVendorSchemas(gatherBranches(edit))
  return {
    ...(edit.schemas.length + edit.tables.length + edit.columns.length === 0 ? {} : { schemas }),
    ...(edit.changeHandling === undefined ? {} : { schema_change_handling: vendorChangeHandling[edit.changeHandling] }),
  }
}

function gatherBranches(edit: SchemaConfigEdit): Map<string, SchemaBranch> {
  const branches = new Map<string, SchemaBranch>()
  const schemaOf = (schema: string) => findOrSet(branches, schema, (): SchemaBranch => ({ tables: new Map() }))
  const tableOf = (schema: string, table: string) =>
    findOrSet(schemaOf(schema).tables, table, (): TableBranch => ({ settings: {}, columns: [] }))

  for (const { schema, enabled } of edit.schemas) schemaOf(schema).enabled = enabled
  for (const { schema, table, ...settings } of edit.tables) Object.assign(tableOf(schema, table).settings, settings)
  for (const column of edit.columns) tableOf(column.schema, column.table).columns.push(column)
  return branches
}

function toVendorSchemas(branches: Map<string, SchemaBranch>): Record<string, unknown> {
  return Object.fromEntries(
    [...branches].map(([schema, { enabled, tables }]) => {
      const vendorTables = [...tables].map(([table, { settings, columns }]) => [
        table,
        toVendorTable(settings, columns),
      ])
      return [
        schema,
        {
          ...(enabled === undefined ? {} : { enabled }),
          ...(vendorTables.length === 0 ? {} : { tables: Object.fromEntries(vendorTables) }),
        },
      ]
    }),
  )
}

function findOrSet<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const found = map.get(key) ?? make()
  map.set(key, found)
  return found
}
