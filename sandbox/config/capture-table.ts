import type { SourceColumn, SourceTable } from '@/sandbox/source/source-model'
import { ownEntry } from './own-entry'
import type { ConfigColumn, ConfigTable, SchemaChangeHandling } from './schema-config'

/** Takes a table nobody has seen; gives its config. Core tables are on whatever the policy says. */
export function captureTable(table: SourceTable, policy: SchemaChangeHandling, firstLook: boolean): ConfigTable {
  return {
    enabled: firstLook || policy === 'ALLOW_ALL' || table.readOnly,
    deleted: false,
    readOnly: table.readOnly,
    supportsColumnsConfig: table.supportsColumnsConfig,
    syncMode: table.syncModes[0] ?? 'SOFT_DELETE',
    syncModes: table.syncModes,
    columns: captureColumns(table, policy),
  }
}

/** Takes what is stored of a table and the table as it is; gives the config that knows it, the same object when nothing moved. */
export function recaptureTable(known: ConfigTable, table: SourceTable, policy: SchemaChangeHandling): ConfigTable {
  let columns = known.columns
  const set = (name: string, column: ConfigColumn) => {
    if (columns === known.columns) columns = { ...known.columns }
    columns[name] = column
  }
  for (const { name } of table.columns) {
    const column = ownEntry(columns, name)
    const primaryKey = table.primaryKey.includes(name)
    if (!column) set(name, captureColumn(table, name, policy))
    else if (column.deleted || column.primaryKey !== primaryKey || (primaryKey && !column.enabled)) {
      // A column that becomes part of the key syncs whatever was chosen before.
      set(name, { ...column, deleted: false, primaryKey, enabled: column.enabled || primaryKey })
    }
  }
  const present = new Set(table.columns.map((column) => column.name))
  for (const [name, column] of Object.entries(columns)) {
    if (!present.has(name) && !column.deleted) set(name, { ...column, deleted: true })
  }
  return columns === known.columns && !known.deleted ? known : { ...known, deleted: false, columns }
}

/** Takes a column that no config knows yet; gives how the policy treats it. Keys sync whatever the policy says. */
export function captureColumn(table: SourceTable, name: string, policy: SchemaChangeHandling): ConfigColumn {
  const primaryKey = table.primaryKey.includes(name)
  return { enabled: policy !== 'BLOCK_ALL' || primaryKey, hashed: false, primaryKey, touched: false, deleted: false }
}

type Captured = { key: string; columns: Record<string, ConfigColumn> }

/** Tables made from one template share their list of columns, and so they share what is captured of it. */
const captured = new WeakMap<readonly SourceColumn[], Captured>()

function captureColumns(table: SourceTable, policy: SchemaChangeHandling): Record<string, ConfigColumn> {
  const key = JSON.stringify([policy, table.primaryKey, table.columns.length])
  const known = captured.get(table.columns)
  if (known?.key === key && table.columns.every(({ name }) => ownEntry(known.columns, name))) return known.columns
  const columns = Object.fromEntries(table.columns.map(({ name }) => [name, captureColumn(table, name, policy)]))
  captured.set(table.columns, { key, columns })
  return columns
}
