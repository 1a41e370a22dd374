import type { Snapshot } from '@/generated/prisma/client'
import type { Change } from '@/lib/control-loop/diff/domain/change'
import { type DifferingTable, diffFingerprints } from '@/lib/control-loop/diff/domain/diff-fingerprints'
import { diffSplit, type StoredTree } from '@/lib/control-loop/diff/domain/diff-split'
import { db } from '@/lib/platform/db/client'
import { joinTree } from '../domain/join-tree'
import { type SchemaTree, type TableState, tableStateSchema } from '../domain/schema-tree'
import { treeHeaderSchema } from '../domain/tree-header'

/** The changes between two trees, with as much of both as the changes are about. */
export interface TreeDifference {
  changes: Change[]
  base: SchemaTree
  revision: SchemaTree
}

/** Compares two stored snapshots and reads only the tables whose fingerprints differ: ten thousand equal ones cost nothing but their list. */
export async function diffSnapshots(baseRow: Snapshot, revisionRow: Snapshot): Promise<TreeDifference> {
  const [base, revision] = await Promise.all([readStored(baseRow), readStored(revisionRow)])
  const differing = diffFingerprints(base.tables, revision.tables)
  const bodies = await loadBodies(differing)
  const bodyOf = (hash: string) => {
    const body = bodies.get(hash)
    if (!body) throw new Error(`A table body is not stored: ${hash}`)
    return body
  }
  return {
    changes: diffSplit(base, revision, bodyOf),
    base: joinMoved(base, differing, ({ baseHash }) => baseHash, bodyOf),
    revision: joinMoved(revision, differing, ({ revisionHash }) => revisionHash, bodyOf),
  }
}

async function readStored({ id, header }: Snapshot): Promise<StoredTree> {
  const tables = await db.snapshotTable.findMany({
    where: { snapshotId: id },
    select: { schema: true, table: true, hash: true },
  })
  return { header: treeHeaderSchema.parse(header), tables }
}

async function loadBodies(differing: readonly DifferingTable[]): Promise<Map<string, TableState>> {
  const hashes = differing.flatMap(({ baseHash, revisionHash }) => [baseHash, revisionHash])
  const rows = await db.tableBody.findMany({
    where: { hash: { in: [...new Set(hashes)].filter((hash) => hash !== null) } },
  })
  return new Map(rows.map(({ hash, body }) => [hash, tableStateSchema.parse(body)]))
}

function joinMoved(
  { header }: StoredTree,
  differing: readonly DifferingTable[],
  hashOf: (table: DifferingTable) => string | null,
  bodyOf: (hash: string) => TableState,
): SchemaTree {
  return joinTree(
    header,
    differing.flatMap((table) => {
      const hash = hashOf(table)
      return hash === null ? [] : [{ schema: table.schema, table: table.table, body: bodyOf(hash) }]
    }),
  )
}
