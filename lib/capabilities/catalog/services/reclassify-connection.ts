import { findColumn } from '@/lib/control-loop/snapshot/domain/find-in-tree'
import { loadTree } from '@/lib/control-loop/snapshot/services/load-tree'
import { db } from '@/lib/platform/db/client'
import { classifyColumns } from './classify-columns'
import { recogniserVersion } from './recogniser-version'

/**
 * Judges again what older rules judged, as far as it is in the latest snapshot. Where the rules of today say something else nothing changes: it is
 * listed as what they would flip. Ends at once when nothing is of an older number; a run that was stopped goes on with what is left.
 */
export async function reclassifyConnection(connectionId: string): Promise<void> {
  const outdated = await db.columnClass.findMany({
    where: { connectionId, recogniserVersion: { not: recogniserVersion } },
    select: { schema: true, table: true, column: true },
    orderBy: [{ schema: 'asc' }, { table: 'asc' }, { column: 'asc' }],
  })
  if (outdated.length === 0) return
  const connection = await db.connection.findUniqueOrThrow({ where: { id: connectionId } })
  if (!connection.latestSnapshotId) return
  const tree = await loadTree(connection.latestSnapshotId)
  await classifyColumns(
    connectionId,
    outdated.filter((path) => findColumn(tree, path) !== undefined),
  )
}
