import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import { externalIdOf } from '../domain/external-id'
import { resumeAt } from '../domain/resume-at'
import { openFivetran } from './open-fivetran'
import { recordStatus } from './record-status'

/**
 * Starts a sync that the service put off on a connection that is only started by hand. Looks first: somebody may have started it, paused
 * it or put it off again meanwhile. Worker only.
 */
export async function resumeSync(ctx: ServiceContext, connectionId: string): Promise<void> {
  const connection = await db.connection.findUniqueOrThrow({ where: { id: connectionId }, include: { account: true } })
  if (connection.removedAt) return
  const port = await openFivetran(connection.account, 'look')
  const observed = await port.readConnection(externalIdOf(connection))
  const waitMs = (resumeAt(observed)?.getTime() ?? Number.NaN) - ctx.now().getTime()
  const isDue = waitMs <= 0
  if (isDue) await port.startSync(externalIdOf(connection))
  await transact(async (tx) => {
    if (!isDue) {
      // Put off again: the reading itself asks for the next look.
      await recordStatus(tx, ctx, connection, observed)
      return
    }
    await tx.connection.update({ where: { id: connection.id }, data: { syncState: 'syncing', rescheduledFor: null } })
    await recordAuditEvent(tx, ctx, {
      action: 'connection.sync-requested',
      objectType: 'connection',
      objectId: connection.id,
      objectLabel: connection.schemaName,
      detail: {
        why: 'put off by the service; started by hand only',
        dueAt: observed.rescheduledFor?.toISOString() ?? null,
      },
    })
  })
}
