import type { Change } from '@/lib/control-loop/diff/domain/change'

/** How many tables and columns of the revision no change is about. A table that came counts with all its columns as changed. */
export function countSame(
  changes: readonly Change[],
  revision: { tableCount: number; columnCount: number },
): { tables: number; columns: number } {
  const tables = new Set<string>()
  const columns = new Set<string>()
  let arrived = 0
  for (const change of changes) {
    if (change.kind === 'table-removed' || !('table' in change.path) || change.path.table === undefined) continue
    tables.add(JSON.stringify([change.path.schema, change.path.table]))
    if (change.kind === 'table-added') arrived += Object.keys(change.revision.columns).length
    if (change.kind === 'column-removed' || !('column' in change.path) || change.path.column === undefined) continue
    columns.add(JSON.stringify([change.path.schema, change.path.table, change.path.column]))
  }
  return {
    tables: Math.max(0, revision.tableCount - tables.size),
    columns: Math.max(0, revision.columnCount - columns.size - arrived),
  }
}
