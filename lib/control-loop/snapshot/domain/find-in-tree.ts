import type { ColumnState, SchemaTree, TableState } from './schema-tree'

/** The table at that name path, or undefined. Names are case-sensitive, as at the source. */
export function findTable(tree: SchemaTree, path: { schema: string; table: string }): TableState | undefined {
  const schema = Object.hasOwn(tree.schemas, path.schema) ? tree.schemas[path.schema] : undefined
  return schema && Object.hasOwn(schema.tables, path.table) ? schema.tables[path.table] : undefined
}

/** The column at that name path, or undefined. */
export function findColumn(
  tree: SchemaTree,
  path: { schema: string; table: string; column: string },
): ColumnState | undefined {
  const table = findTable(tree, path)
  return table && Object.hasOwn(table.columns, path.column) ? table.columns[path.column] : undefined
}
