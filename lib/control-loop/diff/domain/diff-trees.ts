import { ownEntry } from '@/lib/control-loop/snapshot/domain/own-entry'
import type { SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { Change } from './change'
import { diffHeader, movesWithParent } from './diff-header'
import { diffTable } from './diff-table'

/**
 * Every difference between the approved baseline and what was observed, as facts in a stable order: settings and schemas first, then tables
 * by name. Identity is the name path; order, type spelling, system columns and ghosts are not facts. A tree has no difference to itself.
 */
export function diffTrees(base: SchemaTree, revision: SchemaTree): Change[] {
  const changes = diffHeader(base, revision)
  for (const schema of sortedUnion(base.schemas, revision.schemas)) {
    const before = ownEntry(base.schemas, schema)?.tables ?? {}
    const after = ownEntry(revision.schemas, schema)?.tables ?? {}
    const follows = movesWithParent(base, revision, schema)
    for (const table of sortedUnion(before, after)) {
      const one = ownEntry(before, table)
      const other = ownEntry(after, table)
      if (one !== other) changes.push(...diffTable({ schema, table }, one, other, follows))
    }
  }
  return changes
}

function sortedUnion(one: Record<string, unknown>, other: Record<string, unknown>): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].sort()
}
