import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'

/**
 * The stop switch: from its commit on no question leaves, and calls under way are broken off within half a second. Needs neither a worker nor
 * a model. Turning it twice is once.
 */
export async function stopModels(ctx: ServiceContext, input: { stopped: boolean; reason: string }): Promise<void> {
  requirePermission(ctx.actor, 'models.configure')
  await transact(async (tx) => {
    const before = await tx.modelSettings.findFirstOrThrow()
    if ((before.stoppedAt !== null) === input.stopped) return
    await tx.modelSettings.updateMany({
      data: input.stopped
        ? { stoppedAt: ctx.now(), stoppedBy: ctx.actor.name, stopReason: input.reason }
        : { stoppedAt: null, stoppedBy: null, stopReason: null },
    })
    await recordAuditEvent(tx, ctx, {
      action: input.stopped ? 'models.stopped' : 'models.allowed',
      objectType: 'model-settings',
      objectLabel: 'language models',
      detail: { reason: input.reason },
    })
  })
}
