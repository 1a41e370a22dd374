import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { ConflictError } from '@/lib/platform/http/app-error'
import { lockStop } from './find-stop'

/** Lets automatic changes start again. More people may stop than may let go: who writes policies does. */
export async function releaseAutomation(ctx: ServiceContext): Promise<{ stopped: false }> {
  requirePermission(ctx.actor, 'policy.write')
  await transact(async (tx) => {
    const stop = await lockStop(tx)
    if (!stop) throw new ConflictError('Nothing automatic is stopped.', {}, 'not-stopped')
    await tx.automationSwitch.update({
      where: { id: true },
      data: { stoppedAt: null, reason: null, changedAt: ctx.now(), changedBy: ctx.actor.name },
    })
    await recordAuditEvent(tx, ctx, {
      action: 'automation.released',
      objectType: 'policy',
      objectLabel: 'everything automatic',
      detail: { stoppedBy: stop.by, stoppedAt: stop.at.toISOString() },
    })
  })
  return { stopped: false }
}
