import type { ConnectionSchema } from '@/lib/control-loop/snapshot/contract'
import {
  type ColumnState,
  formatPath,
  type Path,
  type SchemaTree,
  type TableState,
} from '@/lib/control-loop/snapshot/domain/schema-tree'
import { objectKey } from './object-key'
import type { ColumnNode, GhostProposal, OpenChange, SchemaForest, SchemaNode, TableNode } from './schema-node'

type Source = Pick<ConnectionSchema, 'openChanges' | 'proposals' | 'classes'> & { tree: SchemaTree }

/**
 * The tree with everything that is known of each object beside it: its open changes, the proposals about it, its class. What is gone from the
 * source and no longer in the tree comes back as it last was. A proposal about an object nobody knows any more hangs at the nearest one above.
 */
export function buildSchemaForest(source: Source): SchemaForest {
  const tree = withGone(source.tree, source.openChanges)
  const changes = groupBy(source.openChanges, (entry) => objectKey(entry.change.path))
  const proposals = groupBy(source.proposals, (proposal) => nearestKey(tree, proposal))
  const facts = (path: Path) => {
    const key = objectKey(path)
    return {
      key,
      path,
      changes: changes.get(key) ?? [],
      proposals: proposals.get(key) ?? [],
      dataClass: own(source.classes, formatPath(path)) ?? null,
    }
  }
  const schemas = byName(tree.schemas).map(([name, schema]): SchemaNode => {
    const tables = byName(schema.tables).map(([tableName, table]): TableNode => {
      const path = { schema: name, table: tableName }
      const shared = facts(path)
      return {
        ...shared,
        kind: 'table',
        name: tableName,
        destinationName: table.destinationName,
        synced: schema.enabled && table.enabled ? 'on' : 'off',
        isGone: isGone(shared.changes, 'table-removed') || table.lock?.code === 'deleted',
        table,
        columns: columnsOf(table, path, facts),
      }
    })
    const on = tables.filter((table) => table.table.enabled).length
    const shared = facts({ schema: name })
    return {
      ...shared,
      kind: 'schema',
      name,
      destinationName: schema.destinationName,
      synced: !schema.enabled ? 'off' : on === tables.length ? 'on' : 'mixed',
      isGone: isGone(shared.changes, 'schema-removed'),
      schema,
      tables,
    }
  })
  return { schemas, proposals: proposals.get('') ?? [] }
}

function columnsOf(
  table: TableState,
  path: { schema: string; table: string },
  facts: (path: Path) => Pick<ColumnNode, 'key' | 'path' | 'changes' | 'proposals' | 'dataClass'>,
): ColumnNode[] {
  return Object.entries(table.columns)
    .sort(
      ([one, a], [other, b]) => Number(b.primaryKey === true) - Number(a.primaryKey === true) || compare(one, other),
    )
    .map(([name, column]) => {
      const shared = facts({ ...path, column: name })
      return {
        ...shared,
        kind: 'column',
        name,
        destinationName: column.destinationName,
        synced: column.enabled ? 'on' : 'off',
        isGone: column.inSource === false || isGone(shared.changes, 'column-removed'),
        column,
      }
    })
}

const isGone = (changes: readonly OpenChange[], kind: 'schema-removed' | 'table-removed' | 'column-removed') =>
  changes.some(({ change }) => change.kind === kind)

/** The tree plus the tables and columns that open changes say are gone, where the tree has lost them. */
function withGone(tree: SchemaTree, openChanges: readonly OpenChange[]): SchemaTree {
  const schemas = { ...tree.schemas }
  for (const { change } of openChanges) {
    if (change.kind !== 'table-removed' && change.kind !== 'column-removed') continue
    const { schema: schemaName, table: tableName } = change.path
    const schema = own(schemas, schemaName)
    if (!schema) continue
    const table = own(schema.tables, tableName)
    const next =
      change.kind === 'table-removed' ? (table ?? goneTable(change.base)) : table && withColumn(table, change)
    if (next) schemas[schemaName] = { ...schema, tables: { ...schema.tables, [tableName]: next } }
  }
  return { ...tree, schemas }
}

const goneTable = (base: TableState): TableState => ({ ...base, lock: base.lock ?? { code: 'deleted', reason: null } })

function withColumn(table: TableState, gone: { path: { column: string }; base: ColumnState }): TableState {
  if (own(table.columns, gone.path.column)) return table
  return { ...table, columns: { ...table.columns, [gone.path.column]: { ...gone.base, inSource: false } } }
}

function nearestKey(tree: SchemaTree, proposal: GhostProposal): string {
  const { schema, table, column } = proposal
  const schemaState = schema === null ? undefined : own(tree.schemas, schema)
  if (schema === null || !schemaState) return ''
  const tableState = table === null ? undefined : own(schemaState.tables, table)
  if (table === null || !tableState) return objectKey({ schema })
  if (column === null || !own(tableState.columns, column)) return objectKey({ schema, table })
  return objectKey({ schema, table, column })
}

function own<T>(record: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

function byName<T>(record: Record<string, T>): [string, T][] {
  return Object.entries(record).sort(([one], [other]) => compare(one, other))
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
