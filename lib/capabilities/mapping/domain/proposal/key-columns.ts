import type { MappingProposal, TableMapping } from './mapping-proposal'

/**
 * The key of a table in the destination, in destination names. A table made of a list within records has the key of its parent before its own, or
 * a position in the list where it has none; those columns are not in the source and have to be written by the connector.
 */
export function keyColumns(
  table: TableMapping,
  { tables }: MappingProposal,
): { name: string; isAdded: boolean; type: string }[] {
  const named = table.key.map((source) => {
    const column = table.columns.find((candidate) => candidate.source === source)
    return { name: column?.name ?? source, isAdded: false, type: column?.type ?? 'STRING' }
  })
  const parent = table.parent === null ? undefined : tables.find(({ source }) => source === table.parent?.table)
  if (parent === undefined || parent === table) return named
  const above = keyColumns(parent, { schema: '', tables: [...tables], collisions: [] }).map(({ name, type }) => ({
    name: name.startsWith(`${parent.name}_`) ? name : `${parent.name}_${name}`,
    isAdded: true,
    type,
  }))
  const own = named.length > 0 ? named : [{ name: '_index', isAdded: true, type: 'INT' }]
  const known = new Set(table.columns.map(({ name }) => name))
  return [...above.map((column) => ({ ...column, isAdded: !known.has(column.name) })), ...own]
}
