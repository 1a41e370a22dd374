import type { ColumnState, TableState } from './schema-tree'

/**
 * The base table under the keys of the revision. A column first seen only in the destination is kept under its destination name; once the
 * source is asked it appears under its own name. That is one column whose name was learned, not a drop and an add.
 */
export function alignLearnedNames(base: TableState, revision: TableState): TableState {
  const learned = new Map<string, string>()
  let byDestination: Map<string, string> | undefined
  for (const name of Object.keys(base.columns)) {
    const column = base.columns[name]
    if (column === undefined || column.inSource !== null || Object.hasOwn(revision.columns, name)) continue
    byDestination ??= indexByDestination(revision.columns)
    const found = byDestination.get(column.destinationName.toLowerCase())
    if (found === undefined || Object.hasOwn(base.columns, found)) continue
    learned.set(name, found)
    // One column takes one name: a second candidate differing only in case stays what it was.
    byDestination.delete(column.destinationName.toLowerCase())
  }
  if (learned.size === 0) return base
  const columns = Object.entries(base.columns).map(([name, column]): [string, ColumnState] => [
    learned.get(name) ?? name,
    column,
  ])
  return { ...base, columns: Object.fromEntries(columns) }
}

function indexByDestination(columns: Record<string, ColumnState>): Map<string, string> {
  return new Map(Object.entries(columns).map(([name, column]) => [column.destinationName.toLowerCase(), name]))
}
