import { z } from 'zod'
import { refreshAccountJob } from '@/lib/control-loop/connection/jobs'
import { recordSyncEnd, recordSyncStart, type SyncEnd } from '@/lib/control-loop/connection/services/record-sync'
import { refreshConnectionJob } from '@/lib/control-loop/snapshot/jobs'
import type { ServiceContext } from '@/lib/platform/context'
import { db, type Tx, transact } from '@/lib/platform/db/client'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'

const payloadSchema = z.object({ status: z.string().nullable(), reason: z.string().nullable() })

const statuses: Record<string, SyncEnd['status']> = {
  SUCCESSFUL: 'successful',
  FAILURE: 'failed',
  FAILED: 'failed',
  FAILURE_WITH_TASK: 'failed-with-task',
  RESCHEDULED: 'rescheduled',
  CANCELED: 'cancelled',
}

/**
 * Looks where a delivery pointed: keeps the sync's start or end in our history and asks for a fresh reading of the connection. What the delivery says of
 * itself is never taken for the state. One about a connection we do not know asks for the account's list.
 */
export async function processDelivery(ctx: ServiceContext, deliveryId: string): Promise<void> {
  const delivery = await db.webhookDelivery.findUniqueOrThrow({ where: { id: deliveryId } })
  if (delivery.processedAt) return
  const connection = delivery.connectionExternalId
    ? await db.connection.findUnique({
        where: { accountId_externalId: { accountId: delivery.accountId, externalId: delivery.connectionExternalId } },
      })
    : null
  await transact(async (tx) => {
    if (connection) {
      await keepSync(tx, connection.id, delivery)
      // While a sync runs the destination is half written: its end is the moment to look.
      if (delivery.event === 'sync_start') {
        await noteStart(tx, connection, delivery)
      } else {
        await enqueueJob(
          tx,
          refreshConnectionJob,
          { connectionId: connection.id, trigger: 'delivery', correlationId: ctx.correlationId },
          { singletonKey: connection.id },
        )
      }
    } else if (delivery.connectionExternalId && !delivery.connectionExternalId.startsWith('_')) {
      // A test payload names a dummy connection with a leading underscore; a real unknown one is new.
      await enqueueJob(tx, refreshAccountJob, { accountId: delivery.accountId, correlationId: ctx.correlationId })
    }
    await tx.webhookDelivery.update({ where: { id: deliveryId }, data: { processedAt: ctx.now() } })
  })
}

/** A start that arrives after its own end, or after a later sync's, is history and not the state. */
async function noteStart(
  tx: Tx,
  connection: { id: string; succeededAt: Date | null; failedAt: Date | null },
  delivery: { createdAtVendor: Date | null; receivedAt: Date },
): Promise<void> {
  const at = delivery.createdAtVendor ?? delivery.receivedAt
  const isOver = [connection.succeededAt, connection.failedAt].some((end) => end !== null && end >= at)
  const ended = await tx.sync.count({ where: { connectionId: connection.id, endedAt: { gte: at } } })
  if (isOver || ended > 0) return
  await tx.connection.update({ where: { id: connection.id }, data: { syncState: 'syncing' } })
}

async function keepSync(
  tx: Tx,
  connectionId: string,
  delivery: {
    event: string | null
    syncId: string | null
    createdAtVendor: Date | null
    receivedAt: Date
    payload: unknown
  },
): Promise<void> {
  const at = delivery.createdAtVendor ?? delivery.receivedAt
  if (delivery.event === 'sync_start' && delivery.syncId) {
    await recordSyncStart(tx, { connectionId, externalId: delivery.syncId, startedAt: at })
  }
  if (delivery.event !== 'sync_end') return
  const payload = payloadSchema.safeParse(delivery.payload)
  const status = statuses[payload.data?.status?.toUpperCase() ?? '']
  if (!status) return
  await recordSyncEnd(tx, {
    connectionId,
    externalId: delivery.syncId,
    endedAt: at,
    status,
    reason: payload.data?.reason ?? null,
  })
}
