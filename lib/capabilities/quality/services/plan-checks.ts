import { requireConnection } from '@/lib/control-loop/connection/services/require-connection'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import { ConflictError } from '@/lib/platform/http/app-error'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { runChecksJob } from '../jobs'
import { findDue } from './run-checks'

/** Enqueues the checks that are due: of one connection after its sync, or of all by the clock and after an apply. Worker only. */
export async function planChecks(ctx: ServiceContext, connectionId: string | null = null): Promise<void> {
  const connections = await db.connection.findMany({
    where: {
      removedAt: null,
      dataChecks: { some: { retiredAt: null } },
      ...(connectionId !== null && { id: connectionId }),
    },
    select: { id: true, succeededAt: true },
  })
  for (const connection of connections) {
    if ((await findDue(ctx, connection)).length === 0) continue
    await enqueueJob(
      db,
      runChecksJob,
      { connectionId: connection.id, isAsked: false, correlationId: ctx.correlationId },
      { singletonKey: connection.id },
    )
  }
}

/** A person asks for all checks of a connection to be looked at now. Refuses where it has none. */
export async function requestCheckRun(
  ctx: ServiceContext,
  connectionId: string,
): Promise<{ accepted: true; correlationId: string }> {
  requirePermission(ctx.actor, 'quality.run')
  const connection = await requireConnection(connectionId)
  await transact(async (tx) => {
    const count = await tx.dataCheck.count({ where: { connectionId, retiredAt: null } })
    if (count === 0) throw new ConflictError(`${connection.schemaName} has no checks yet.`)
    await recordAuditEvent(tx, ctx, {
      action: 'check.run-requested',
      objectType: 'connection',
      objectId: connectionId,
      objectLabel: connection.schemaName,
      detail: { checks: count },
    })
    await enqueueJob(
      tx,
      runChecksJob,
      { connectionId, isAsked: true, correlationId: ctx.correlationId },
      { singletonKey: `${connectionId} asked` },
    )
  })
  return { accepted: true, correlationId: ctx.correlationId }
}
