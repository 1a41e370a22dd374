import type { Action } from '@/lib/control-loop/proposal/domain/action'
import { findColumn, findTable } from '@/lib/control-loop/snapshot/domain/find-in-tree'
import type { SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'

/** Whether the table, and the column where it names one, of an action exist. */
export function hasObject(tree: SchemaTree, action: Action): boolean {
  if (!('table' in action)) return false
  return 'column' in action ? findColumn(tree, action) !== undefined : findTable(tree, action) !== undefined
}
