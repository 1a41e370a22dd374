import { z } from 'zod'
import { treeHeaderSchema } from '@/lib/control-loop/snapshot/domain/tree-header'
import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'
import type { ConnectionDetail } from '../contract'
import { noticeSchema } from '../domain/notice'
import { findWatched } from './find-watched'
import { findWorkUnderWay } from './find-work-under-way'
import { summariseConnections } from './summarise-connections'

const noticesSchema = z.array(noticeSchema)

/** One connection with its latest snapshot, its baseline and what is under way for it. Also one that left the account: its history stays. */
export async function readConnection(ctx: ServiceContext, connectionId: string): Promise<ConnectionDetail> {
  const [watched] = await findWatched({ id: connectionId }, ctx.now())
  if (!watched) throw new NotFoundError('There is no such connection.')
  const { row } = watched
  const [[summary], snapshots, snapshotCount, underWay] = await Promise.all([
    summariseConnections([watched]),
    db.snapshot.findMany({
      where: { id: { in: [row.latestSnapshotId, row.baselineSnapshotId].filter((id) => id !== null) } },
      select: { id: true, number: true, takenAt: true, tableCount: true, columnCount: true, header: true },
    }),
    db.snapshot.count({ where: { connectionId } }),
    findWorkUnderWay(row),
  ])
  if (!summary) throw new NotFoundError('There is no such connection.')
  const latest = snapshots.find(({ id }) => id === row.latestSnapshotId)
  const baseline = snapshots.find(({ id }) => id === row.baselineSnapshotId)
  return {
    ...summary,
    accountName: row.account.name,
    setupState: row.setupState,
    syncState: row.syncState,
    isHistoricalSync: row.isHistoricalSync,
    tasks: noticesSchema.parse(row.tasks),
    warnings: noticesSchema.parse(row.warnings),
    changeHandling: latest ? treeHeaderSchema.parse(latest.header).changeHandling : null,
    latestSnapshot: latest
      ? {
          id: latest.id,
          number: latest.number,
          takenAt: latest.takenAt.toISOString(),
          tableCount: latest.tableCount,
          columnCount: latest.columnCount,
        }
      : null,
    baselineSnapshot: baseline
      ? { id: baseline.id, number: baseline.number, takenAt: baseline.takenAt.toISOString() }
      : null,
    snapshotCount,
    underWay,
    warehouse: { state: row.destination.warehouseState, configured: row.destination.warehouseSecretId !== null },
  }
}
