import { recordAuditEvent, recordAuditEvents } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { ConflictError } from '@/lib/platform/http/app-error'
import { lockStop } from './find-stop'

/**
 * Stops everything automatic, at once: from the commit of the switch no automatic run starts, is claimed or begins a step, and no queue and no worker is
 * asked. What had not begun goes back to people; what is in the middle of a step ends after it.
 */
export async function stopAutomation(ctx: ServiceContext, input: { reason: string }): Promise<{ stopped: true }> {
  requirePermission(ctx.actor, 'applies.stop')
  await transact(async (tx) => {
    if (await lockStop(tx)) throw new ConflictError('Everything automatic is stopped already.', {}, 'already-stopped')
    const now = ctx.now()
    await tx.automationSwitch.update({
      where: { id: true },
      data: { stoppedAt: now, reason: input.reason, changedAt: now, changedBy: ctx.actor.name },
    })
    await recordAuditEvent(tx, ctx, {
      action: 'automation.stopped',
      objectType: 'policy',
      objectLabel: 'everything automatic',
      detail: { reason: input.reason },
    })
  })
  await returnWaiting(ctx)
  return { stopped: true }
}

/** A second transaction on purpose: the switch must not wait for runs that somebody holds. */
async function returnWaiting(ctx: ServiceContext): Promise<void> {
  await transact(async (tx) => {
    await tx.applyRun.updateMany({ where: { startedBy: 'policy', state: 'applying' }, data: { stopRequested: true } })
    const waiting = await tx.applyRun.findMany({
      where: { startedBy: 'policy', state: 'waiting', startedAt: null },
      include: { proposal: true },
    })
    const problem = `${ctx.actor.name} stopped everything automatic before it began.`
    const ended = []
    for (const run of waiting) {
      const { count } = await tx.applyRun.updateMany({
        where: { id: run.id, state: 'waiting' },
        data: { state: 'cancelled', problem, finishedAt: ctx.now() },
      })
      if (count === 0) continue
      await tx.proposal.updateMany({ where: { id: run.proposalId, state: 'approved' }, data: { state: 'in_review' } })
      ended.push(run)
    }
    await recordAuditEvents(
      tx,
      ctx,
      ended.map((run) => ({
        action: 'apply-run.cancelled' as const,
        objectType: 'apply-run',
        objectId: run.id,
        objectLabel: `R-${run.number}`,
        detail: { proposal: `P-${run.proposal.number}`, reason: problem },
      })),
    )
  })
}
