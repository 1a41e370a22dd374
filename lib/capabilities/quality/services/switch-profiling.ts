import { requireConnection } from '@/lib/control-loop/connection/services/require-connection'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { planProfilesIn } from './plan-profiles'

/** Whether the tables of a connection are measured after each sync. Switched on, the last sync is measured at once where there is a warehouse. */
export async function switchProfiling(
  ctx: ServiceContext,
  connectionId: string,
  isOn: boolean,
): Promise<{ profilesTables: boolean }> {
  requirePermission(ctx.actor, 'quality.configure')
  const connection = await requireConnection(connectionId)
  if (connection.profilesTables === isOn) return { profilesTables: isOn }
  await transact(async (tx) => {
    await tx.connection.update({ where: { id: connectionId }, data: { profilesTables: isOn } })
    await recordAuditEvent(tx, ctx, {
      action: 'profiling.switched',
      objectType: 'connection',
      objectId: connectionId,
      objectLabel: connection.schemaName,
      detail: { before: connection.profilesTables, after: isOn },
    })
    if (isOn) await planProfilesIn(tx, ctx, connectionId, null)
  })
  return { profilesTables: isOn }
}
