import type { TableState } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { isSystemColumn } from '@/lib/control-loop/snapshot/domain/system-columns'
import type { Change } from './change'
import { isColumnPresent } from './presence'

/**
 * Whether the set of key columns moved. Columns of which one side does not know whether they are keys count on neither side,
 * nor do columns a partial list may merely have left out. A table that tells no keys at all yields nothing.
 */
export function diffKey(path: { schema: string; table: string }, base: TableState, revision: TableState): Change[] {
  if (hasSameFlags(base, revision)) return []
  const known = (name: string) => isKnown(name, base) && isKnown(name, revision)
  const baseKey = keyColumns(base).filter(known)
  const revisionKey = keyColumns(revision).filter(known)
  if (baseKey.join('\0') === revisionKey.join('\0')) return []
  if (!tellsKeys(base) || !tellsKeys(revision)) return []
  return [{ kind: 'key-changed', path, base: baseKey, revision: revisionKey }]
}

function keyColumns(table: TableState): string[] {
  return Object.keys(table.columns)
    .filter((name) => {
      const column = table.columns[name]
      return isColumnPresent(column) && column.primaryKey === true && !isSystemColumn(name)
    })
    .sort()
}

function isKnown(name: string, table: TableState): boolean {
  const column = Object.hasOwn(table.columns, name) ? table.columns[name] : undefined
  if (column === undefined) return table.columnsComplete
  return !isColumnPresent(column) || column.primaryKey !== null
}

function tellsKeys(table: TableState): boolean {
  return Object.entries(table.columns).some(
    ([name, column]) => isColumnPresent(column) && column.primaryKey !== null && !isSystemColumn(name),
  )
}

/** The usual case, settled in one pass: every key column of one side is one of the other, and there are as many. */
function hasSameFlags(base: TableState, revision: TableState): boolean {
  let keys = 0
  for (const name of Object.keys(base.columns)) {
    const column = base.columns[name]
    if (column?.primaryKey !== true) continue
    const other = Object.hasOwn(revision.columns, name) ? revision.columns[name] : undefined
    if (other?.primaryKey !== true || isColumnPresent(column) !== isColumnPresent(other)) return false
    keys += 1
  }
  for (const name of Object.keys(revision.columns)) if (revision.columns[name]?.primaryKey === true) keys -= 1
  return keys === 0
}
