import { type TableState, tableStateSchema } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { type Db, db, type Tx } from '@/lib/platform/db/client'

/** One table of a stored snapshot without the rest of its tree; null when the snapshot does not have it. */
export async function readTableState(
  snapshotId: string | null,
  path: { schema: string; table: string },
  from: Db | Tx = db,
): Promise<TableState | null> {
  if (snapshotId === null) return null
  const { schema, table } = path
  const entry = await from.snapshotTable.findUnique({
    where: { snapshotId_schema_table: { snapshotId, schema, table } },
  })
  if (!entry) return null
  const stored = await from.tableBody.findUniqueOrThrow({ where: { hash: entry.hash } })
  return tableStateSchema.parse(stored.body)
}
