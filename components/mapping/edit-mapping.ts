import type { ColumnMapping, Mapping, TableMapping } from '@/lib/capabilities/mapping/contract'

export type TableEdit = Partial<Pick<TableMapping, 'enabled' | 'name' | 'syncMode' | 'load' | 'cursor'>>
export type ColumnEdit = Partial<Pick<ColumnMapping, 'enabled' | 'hashed' | 'name' | 'standardName' | 'type'>> & {
  isKey?: boolean
}

/** The mapping with one table changed. */
export function editTable(mapping: Mapping, source: string, edit: TableEdit): Mapping {
  return {
    ...mapping,
    tables: mapping.tables.map((table) => (table.source === source ? { ...table, ...edit } : table)),
  }
}

/** The mapping with one column changed. A column of the key is always synced and never hashed; leaving the key changes nothing else. */
export function editColumn(mapping: Mapping, place: { table: string; column: string }, edit: ColumnEdit): Mapping {
  const { isKey, ...change } = edit
  return {
    ...mapping,
    tables: mapping.tables.map((table) => {
      if (table.source !== place.table) return table
      const joinsKey = isKey ?? table.key.includes(place.column)
      const keys = new Set(table.key)
      if (joinsKey) keys.add(place.column)
      else keys.delete(place.column)
      return {
        ...table,
        key: isKey === undefined ? table.key : inOrder(table, keys),
        columns: table.columns.map((column) =>
          column.source === place.column
            ? { ...column, ...change, ...(joinsKey ? { enabled: true, hashed: false } : {}) }
            : column,
        ),
      }
    }),
  }
}

/** How many tables and columns are no longer as proposed. */
export function countEdits(proposed: Mapping, edited: Mapping): number {
  return edited.tables.reduce((sum, table, at) => {
    const before = proposed.tables[at]
    if (before === undefined || before === table) return sum
    const columns = table.columns.filter((column, index) => !isSame(column, before.columns[index]))
    const own = (one: TableMapping) => ({ ...one, columns: null })
    return sum + columns.length + (isSame(own(table), own(before)) ? 0 : 1)
  }, 0)
}

/** The key in the order its columns stand in; what was put there in another order by the proposal stays first. */
function inOrder(table: TableMapping, keys: ReadonlySet<string>): string[] {
  const kept = table.key.filter((column) => keys.has(column))
  const added = table.columns.map(({ source }) => source).filter((source) => keys.has(source) && !kept.includes(source))
  return [...kept, ...added]
}

const isSame = (one: unknown, other: unknown) => one === other || JSON.stringify(one) === JSON.stringify(other)
