import type { Prisma } from '@/generated/prisma/client'
import { openFivetran } from '@/lib/control-loop/connection/services/open-fivetran'
import { openWarehouse } from '@/lib/control-loop/connection/services/open-warehouse'
import { explainFailure } from '@/lib/control-loop/connection/services/test-account'
import { recordChangesJob } from '@/lib/control-loop/diff/jobs'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { loadTree } from './load-tree'
import { type ObservedConnectionRow, observeConnection } from './observe-connection'
import { type SnapshotToStore, storeSnapshot } from './store-snapshot'

export type CaptureTrigger = 'first' | 'delivery' | 'poll' | 'person' | 'apply'

/**
 * Reads a connection again and keeps what it looks like. The first snapshot becomes the baseline; every later one that differs from the
 * latest is compared with it by the next stage. What goes wrong is written on the connection in words; the old rows stay.
 */
export async function captureSnapshot(
  ctx: ServiceContext,
  input: { connectionId: string; trigger: CaptureTrigger },
): Promise<void> {
  const connection = await db.connection.findUniqueOrThrow({
    where: { id: input.connectionId },
    include: { account: true, destination: true },
  })
  if (connection.removedAt) return
  const warehouse = await openWarehouse(connection.destination)
  try {
    const port = await openFivetran(connection.account)
    const fresh = await readStatus(connection, port)
    const previous = connection.latestSnapshotId ? await loadTree(connection.latestSnapshotId) : null
    const seen = await observeConnection({ ...connection, ...fresh }, port, warehouse, previous, 'all')
    if (seen.outcome === 'absent') {
      await writeProblem(
        connection.id,
        'No schema yet: Fivetran has not captured it. It appears with the first sync.',
        ctx.now(),
      )
      return
    }
    await keep(ctx, connection, {
      ...seen,
      trigger: previous ? input.trigger : 'first',
      succeededAt: fresh.succeededAt,
    })
  } catch (error) {
    await writeProblem(connection.id, explainFailure(error).sentence, ctx.now())
    throw error
  } finally {
    await warehouse?.close()
  }
}

async function readStatus(connection: ObservedConnectionRow, port: Awaited<ReturnType<typeof openFivetran>>) {
  const {
    paused,
    setupState,
    syncState,
    succeededAt,
    failedAt,
    rescheduledFor,
    tasks,
    warnings,
    isDelayed,
    isHistoricalSync,
  } = await port.readConnection(connection.externalId)
  const facts = { paused, setupState, syncState, succeededAt, failedAt, rescheduledFor, isDelayed, isHistoricalSync }
  const lists = {
    tasks: tasks as unknown as Prisma.InputJsonValue,
    warnings: warnings as unknown as Prisma.InputJsonValue,
  }
  await db.connection.update({ where: { id: connection.id }, data: { ...facts, ...lists } })
  return facts
}

async function writeProblem(connectionId: string, refreshProblem: string, at: Date): Promise<void> {
  await db.connection.update({ where: { id: connectionId }, data: { refreshProblem, refreshedAt: at } })
}

async function keep(
  ctx: ServiceContext,
  connection: ObservedConnectionRow,
  seen: Omit<SnapshotToStore, 'connectionId' | 'connectionName'>,
): Promise<void> {
  await transact(async (tx) => {
    const stored = await storeSnapshot(tx, ctx, {
      ...seen,
      connectionId: connection.id,
      connectionName: connection.schemaName,
    })
    const isFirst = connection.baseline === null && stored.outcome === 'stored' && stored.number === 1
    await tx.connection.update({
      where: { id: connection.id },
      data: {
        refreshedAt: ctx.now(),
        refreshProblem: null,
        ...(isFirst && {
          baseline: seen.tree as unknown as Prisma.InputJsonValue,
          baselineSnapshotId: stored.snapshotId,
        }),
      },
    })
    if (isFirst) {
      await recordAuditEvent(tx, ctx, {
        action: 'baseline.accepted',
        objectType: 'connection',
        objectId: connection.id,
        objectLabel: connection.schemaName,
        detail: { snapshotId: stored.snapshotId, why: 'first snapshot' },
      })
      return
    }
    if (stored.outcome === 'unchanged') return
    await enqueueJob(tx, recordChangesJob, {
      connectionId: connection.id,
      snapshotId: stored.snapshotId,
      correlationId: ctx.correlationId,
    })
  })
}
