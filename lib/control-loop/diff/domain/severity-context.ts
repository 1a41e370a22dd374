import { ownEntry } from '@/lib/control-loop/snapshot/domain/own-entry'
import type { Path, SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { Change } from './change'
import type { SeverityContext } from './derive-severity'

/**
 * What the trees know of the object of a change: whether it reaches the destination and whether it is a key. What is gone is looked up in
 * the base, everything else in the revision. The connection itself always reaches it.
 */
export function severityContextOf(change: Change, base: SchemaTree, revision: SchemaTree): SeverityContext {
  const path: Path = change.path
  if (path.schema === undefined) return { enabled: true, key: false }
  const isGone = change.kind === 'schema-removed' || change.kind === 'table-removed' || change.kind === 'column-removed'
  const schema = ownEntry((isGone ? base : revision).schemas, path.schema)
  let enabled = schema?.enabled ?? false
  if (path.table === undefined) return { enabled, key: false }
  const table = ownEntry(schema?.tables, path.table)
  enabled &&= table?.enabled ?? false
  if (path.column === undefined) return { enabled, key: false }
  const column = ownEntry(table?.columns, path.column) ?? (change.kind === 'column-removed' ? change.base : undefined)
  return { enabled: enabled && (column?.enabled ?? false), key: column?.primaryKey === true }
}
