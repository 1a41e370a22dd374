import { requireConnection } from '@/lib/control-loop/connection/services/require-connection'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import type { ProfileRunRequest } from '../contract'

/** Takes back measurements that wait or run; a worker that is at one cancels its statement within a second and keeps nothing of it. */
export async function cancelProfiles(
  ctx: ServiceContext,
  { connectionId, schema, table }: ProfileRunRequest,
): Promise<{ cancelled: number; correlationId: string }> {
  requirePermission(ctx.actor, 'quality.run')
  const connection = await requireConnection(connectionId)
  const only = schema !== undefined && table !== undefined ? { schema, table } : {}
  return transact(async (tx) => {
    const { count } = await tx.profileRun.updateMany({
      where: { connectionId, ...only, state: { in: ['planned', 'running'] } },
      data: { state: 'refused', refusal: `${ctx.actor.name} cancelled it.`, finishedAt: ctx.now(), leaseUntil: null },
    })
    if (count > 0)
      await recordAuditEvent(tx, ctx, {
        action: 'profile.cancelled',
        objectType: 'connection',
        objectId: connectionId,
        objectLabel: connection.schemaName,
        detail: { ...only, tables: count },
      })
    return { cancelled: count, correlationId: ctx.correlationId }
  })
}
