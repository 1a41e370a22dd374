import { alignLearnedNames } from '@/lib/control-loop/snapshot/domain/align-learned-names'
import type { TableState } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { isSystemColumn } from '@/lib/control-loop/snapshot/domain/system-columns'
import type { Change } from './change'
import { compareMaps } from './compare-maps'
import { areColumnsAlike, diffColumn } from './diff-column'
import { diffKey } from './diff-key'
import { isColumnPresent, isTablePresent } from './presence'

export interface TablePath {
  schema: string
  table: string
}

/**
 * The differences of one table; undefined stands for a side that does not have it. A table that comes or goes is one change and its columns
 * none. A column is removed by absence only from a complete list, and added by presence only to one that was complete.
 */
export function diffTable(
  path: TablePath,
  base: TableState | undefined,
  revision: TableState | undefined,
  followsParent: boolean,
): Change[] {
  if (!isTablePresent(revision)) return isTablePresent(base) ? [{ kind: 'table-removed', path, base }] : []
  if (!isTablePresent(base)) return [{ kind: 'table-added', path, revision }]
  const aligned = alignLearnedNames(base, revision)
  return [
    ...diffSettings(path, aligned, revision),
    ...diffKey(path, aligned, revision),
    ...diffColumns(path, aligned, revision, followsParent),
  ]
}

function diffSettings(path: TablePath, base: TableState, revision: TableState): Change[] {
  const changes: Change[] = []
  if (base.enabled !== revision.enabled) {
    changes.push({ kind: 'table-enablement-changed', path, base: base.enabled, revision: revision.enabled })
  }
  if (base.syncMode !== revision.syncMode) {
    changes.push({ kind: 'sync-mode-changed', path, base: base.syncMode, revision: revision.syncMode })
  }
  if (base.destinationName !== revision.destinationName) {
    changes.push({
      kind: 'destination-name-changed',
      path,
      base: base.destinationName,
      revision: revision.destinationName,
    })
  }
  return changes
}

function diffColumns(path: TablePath, base: TableState, revision: TableState, followsParent: boolean): Change[] {
  const { added, removed, differing } = compareMaps(base.columns, revision.columns, areColumnsAlike)
  const changes: Change[] = []
  for (const { key, base: column } of removed) {
    if (isSystemColumn(key) || !revision.columnsComplete || !isColumnPresent(column)) continue
    changes.push({ kind: 'column-removed', path: { ...path, column: key }, base: column })
  }
  for (const { key, revision: column } of added) {
    if (isSystemColumn(key) || !base.columnsComplete || !isColumnPresent(column)) continue
    changes.push({ kind: 'column-added', path: { ...path, column: key }, revision: column })
  }
  for (const { key, base: before, revision: after } of differing) {
    if (!isSystemColumn(key)) changes.push(...diffColumn({ ...path, column: key }, before, after, followsParent))
  }
  return changes
}
