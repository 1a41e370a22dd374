import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { ConflictError, NotFoundError } from '@/lib/platform/http/app-error'

/** Asks a run to stop after the step that is under way. The worker reads the wish before each step. */
export async function stopApplyRun(ctx: ServiceContext, runId: string): Promise<{ accepted: true }> {
  requirePermission(ctx.actor, 'applies.stop')
  await transact(async (tx) => {
    const run = await tx.applyRun.findUnique({ where: { id: runId } })
    if (!run) throw new NotFoundError('There is no such run.')
    const { count } = await tx.applyRun.updateMany({
      where: { id: runId, state: { in: ['waiting', 'applying'] } },
      data: { stopRequested: true },
    })
    if (count === 0) throw new ConflictError(`R-${run.number} is ${run.state}; there is nothing to stop.`)
    await recordAuditEvent(
      tx,
      { ...ctx, correlationId: run.correlationId },
      {
        action: 'apply-run.stop-requested',
        objectType: 'apply-run',
        objectId: run.id,
        objectLabel: `R-${run.number}`,
      },
    )
  })
  return { accepted: true }
}
