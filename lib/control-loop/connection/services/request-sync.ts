import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import type { Accepted } from '../contract'
import { startSyncJob } from '../jobs'
import { requireConnection } from './require-connection'

/** Asks the worker to start a sync in Fivetran now. Not for a paused or a removed connection. */
export async function requestSync(ctx: ServiceContext, connectionId: string): Promise<Accepted> {
  requirePermission(ctx.actor, 'connections.sync')
  const connection = await requireConnection(connectionId, { mayRun: true })
  await transact(async (tx) => {
    await recordAuditEvent(tx, ctx, {
      action: 'connection.sync-requested',
      objectType: 'connection',
      objectId: connection.id,
      objectLabel: connection.schemaName,
    })
    await enqueueJob(
      tx,
      startSyncJob,
      { connectionId, requestedBy: ctx.actor.name, correlationId: ctx.correlationId },
      { singletonKey: connectionId },
    )
  })
  return { accepted: true, correlationId: ctx.correlationId }
}
