import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { isSystemColumn } from '@/lib/control-loop/snapshot/domain/system-columns'
import { loadTree } from '@/lib/control-loop/snapshot/services/load-tree'
import { db } from '@/lib/platform/db/client'
import { classifyColumns } from './classify-columns'

/** Judges every column of a connection's latest snapshot that no recogniser has judged yet. What is judged stays as it is. */
export async function classifyConnection(connectionId: string): Promise<void> {
  const connection = await db.connection.findUniqueOrThrow({ where: { id: connectionId } })
  if (!connection.latestSnapshotId) return
  const tree = await loadTree(connection.latestSnapshotId)
  const judged = await db.columnClass.findMany({
    where: { connectionId, recogniserVersion: { not: null } },
    select: { schema: true, table: true, column: true },
  })
  const known = new Set(judged.map(({ schema, table, column }) => formatPath({ schema, table, column })))
  const open = Object.entries(tree.schemas).flatMap(([schema, { tables }]) =>
    Object.entries(tables).flatMap(([table, { columns }]) =>
      Object.keys(columns)
        .filter((column) => !isSystemColumn(column) && !known.has(formatPath({ schema, table, column })))
        .map((column) => ({ schema, table, column })),
    ),
  )
  await classifyColumns(connectionId, open)
}
