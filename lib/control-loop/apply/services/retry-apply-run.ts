import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { ConflictError, NotFoundError } from '@/lib/platform/http/app-error'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { executeApplyRunJob } from '../jobs'

/** Goes on with a failed run: done steps stand, the failed one begins again with a look. The approvals it used are counted again. */
export async function retryApplyRun(ctx: ServiceContext, runId: string): Promise<{ accepted: true }> {
  requirePermission(ctx.actor, 'applies.start')
  await transact(async (tx) => {
    const run = await tx.applyRun.findUnique({ where: { id: runId }, include: { verification: true } })
    if (!run) throw new NotFoundError('There is no such run.')
    if (run.state !== 'failed')
      throw new ConflictError(`R-${run.number} is ${run.state}; only a failed run is retried.`)
    if (run.verification)
      throw new ConflictError(`R-${run.number} was applied and did not hold. Propose a new change or a revert.`)
    const later = await tx.applyRun.findFirst({ where: { proposalId: run.proposalId, number: { gt: run.number } } })
    if (later) throw new ConflictError(`R-${later.number} is the later run of this proposal.`)
    await tx.applyRun.update({
      where: { id: run.id },
      data: { state: 'waiting', problem: null, finishedAt: null, leaseUntil: null, stopRequested: false },
    })
    await tx.applyStep.updateMany({
      where: { runId, state: { in: ['failed', 'changed-elsewhere', 'intent', 'looked', 'called', 'read-back'] } },
      data: { state: 'failed' },
    })
    await recordAuditEvent(
      tx,
      { ...ctx, correlationId: run.correlationId },
      {
        action: 'apply-run.requested',
        objectType: 'apply-run',
        objectId: run.id,
        objectLabel: `R-${run.number}`,
        detail: { startedBy: 'person', retry: true },
      },
    )
    await enqueueJob(tx, executeApplyRunJob, { runId, correlationId: run.correlationId })
  })
  return { accepted: true }
}
