import type { TableState } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { TableRef, TreeHeader } from '@/lib/control-loop/snapshot/domain/tree-header'
import type { Change } from './change'
import { diffFingerprints } from './diff-fingerprints'
import { diffHeader, movesWithParent } from './diff-header'
import { diffTable } from './diff-table'

/** A snapshot as it is stored: header and fingerprints, the bodies elsewhere. */
export interface StoredTree {
  header: TreeHeader
  tables: readonly TableRef[]
}

/**
 * The same changes in the same order as `diffTrees`, from stored fingerprints: only tables that differ are loaded. `loadBody` gives the body of
 * a hash named by `diffFingerprints`, and must throw when it does not have it.
 */
export function diffSplit(base: StoredTree, revision: StoredTree, loadBody: (hash: string) => TableState): Change[] {
  const changes = diffHeader(base.header, revision.header)
  let schemaOfFollows: string | undefined
  let follows = false
  for (const { schema, table, baseHash, revisionHash } of diffFingerprints(base.tables, revision.tables)) {
    if (schema !== schemaOfFollows) {
      follows = movesWithParent(base.header, revision.header, schema)
      schemaOfFollows = schema
    }
    const before = baseHash === null ? undefined : loadBody(baseHash)
    const after = revisionHash === null ? undefined : loadBody(revisionHash)
    changes.push(...diffTable({ schema, table }, before, after, follows))
  }
  return changes
}
