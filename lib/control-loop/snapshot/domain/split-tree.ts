import { fingerprintTable } from './fingerprint-table'
import type { SchemaTree, TableState } from './schema-tree'
import type { TableRef, TreeHeader } from './tree-header'

export interface SplitTree {
  header: TreeHeader
  tables: (TableRef & { body: TableState })[]
}

/** A tree as it is stored: the header apart, each table with its fingerprint, so that an unchanged table is stored once. */
export function splitTree(tree: SchemaTree): SplitTree {
  const schemas: [string, TreeHeader['schemas'][string]][] = []
  const tables: SplitTree['tables'] = []
  for (const [schema, state] of Object.entries(tree.schemas)) {
    schemas.push([schema, { destinationName: state.destinationName, enabled: state.enabled }])
    for (const [table, body] of Object.entries(state.tables)) {
      tables.push({ schema, table, hash: fingerprintTable(schema, table, body), body })
    }
  }
  const header = {
    changeHandling: tree.changeHandling,
    typeLocked: tree.typeLocked,
    // fromEntries defines own keys, where an assignment to `__proto__` would be lost.
    schemas: Object.fromEntries(schemas),
  }
  return { header, tables }
}
