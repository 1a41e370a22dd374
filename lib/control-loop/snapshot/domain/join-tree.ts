import type { SchemaTree, TableState } from './schema-tree'
import type { TreeHeader } from './tree-header'

/** The tree of a stored snapshot. Refuses a table whose schema the header does not know: such a snapshot was half written. */
export function joinTree(
  header: TreeHeader,
  tables: readonly { schema: string; table: string; body: TableState }[],
): SchemaTree {
  const bySchema = new Map<string, [string, TableState][]>(Object.keys(header.schemas).map((name) => [name, []]))
  for (const { schema, table, body } of tables) {
    const list = bySchema.get(schema)
    if (list === undefined)
      throw new Error(`Snapshot holds table ${schema}.${table}, but its header has no schema ${schema}`)
    list.push([table, body])
  }
  const schemas = Object.entries(header.schemas).map(([name, schema]): [string, SchemaTree['schemas'][string]] => [
    name,
    { ...schema, tables: Object.fromEntries(bySchema.get(name) ?? []) },
  ])
  return {
    changeHandling: header.changeHandling,
    typeLocked: header.typeLocked,
    schemas: Object.fromEntries(schemas),
  }
}
