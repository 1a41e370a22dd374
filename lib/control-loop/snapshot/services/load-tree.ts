import { type Db, db, type Tx } from '@/lib/platform/db/client'
import { joinTree } from '../domain/join-tree'
import { type SchemaTree, schemaTreeSchema, tableStateSchema } from '../domain/schema-tree'
import { treeHeaderSchema } from '../domain/tree-header'

/** The whole tree of a stored snapshot, parsed on the way in: what lies in the database is an edge too. */
export async function loadTree(snapshotId: string, from: Db | Tx = db): Promise<SchemaTree> {
  const snapshot = await from.snapshot.findUniqueOrThrow({ where: { id: snapshotId }, include: { tables: true } })
  const hashes = [...new Set(snapshot.tables.map(({ hash }) => hash))]
  const bodies = await from.tableBody.findMany({ where: { hash: { in: hashes } } })
  const byHash = new Map(bodies.map(({ hash, body }) => [hash, tableStateSchema.parse(body)]))
  return joinTree(
    treeHeaderSchema.parse(snapshot.header),
    snapshot.tables.map(({ schema, table, hash }) => {
      const body = byHash.get(hash)
      if (!body) throw new Error(`Snapshot ${snapshotId} names a table body that is not stored: ${hash}`)
      return { schema, table, body }
    }),
  )
}

/** The approved baseline of a connection; null before its first snapshot. */
export function parseBaseline(baseline: unknown): SchemaTree | null {
  return baseline === null || baseline === undefined ? null : schemaTreeSchema.parse(baseline)
}
