import { refreshConnectionJob } from '@/lib/control-loop/snapshot/jobs'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import type { Accepted } from '../contract'
import { refreshAccountJob } from '../jobs'
import { requireAccount } from './require-account'
import { requireConnection } from './require-connection'

/** Asks the worker to read one connection again: config, source columns, warehouse types. */
export async function requestRefresh(ctx: ServiceContext, connectionId: string): Promise<Accepted> {
  requirePermission(ctx.actor, 'connections.refresh')
  const connection = await requireConnection(connectionId)
  await transact(async (tx) => {
    await recordAuditEvent(tx, ctx, {
      action: 'connection.refresh-requested',
      objectType: 'connection',
      objectId: connection.id,
      objectLabel: connection.schemaName,
    })
    await enqueueJob(
      tx,
      refreshConnectionJob,
      { connectionId, trigger: 'person', correlationId: ctx.correlationId },
      { singletonKey: connectionId },
    )
  })
  return { accepted: true, correlationId: ctx.correlationId }
}

/** Asks the worker to list the account again and look at every connection that moved. */
export async function requestAccountRefresh(ctx: ServiceContext): Promise<Accepted> {
  requirePermission(ctx.actor, 'connections.refresh')
  const account = await requireAccount()
  await transact(async (tx) => {
    await enqueueJob(tx, refreshAccountJob, { accountId: account.id, correlationId: ctx.correlationId })
  })
  return { accepted: true, correlationId: ctx.correlationId }
}
