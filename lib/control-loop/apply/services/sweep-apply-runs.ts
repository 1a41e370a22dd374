import { startDueAutomatic } from '@/lib/control-loop/policy/services/start-due-automatic'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { executeApplyRunJob } from '../jobs'

/**
 * Finds what nobody holds any more: runs whose lease ran out (their worker died) are offered again, waiting runs without a job too, and
 * approvals past their time return their proposal to the queue. Then it starts what policy allows and whose time has come. Safe to run any number of times.
 */
export async function sweepApplyRuns(ctx: ServiceContext): Promise<void> {
  const lost = await db.$queryRaw<{ id: string; correlation_id: string }[]>`
    SELECT id, correlation_id FROM apply_run
    WHERE (state = 'applying' AND (lease_until IS NULL OR lease_until < now()))
       OR (state = 'waiting' AND created_at < now() - interval '30 seconds')`
  for (const run of lost) {
    await enqueueJob(
      db,
      executeApplyRunJob,
      { runId: run.id, correlationId: run.correlation_id },
      { singletonKey: run.id },
    )
  }
  await expireApprovals(ctx)
  await startDueAutomatic(ctx)
}

async function expireApprovals(ctx: ServiceContext): Promise<void> {
  const expired = await db.proposal.findMany({
    where: {
      state: 'approved',
      reviews: { some: { decision: 'approve', voidedAt: null, usedAt: null, expiresAt: { lt: ctx.now() } } },
      runs: { none: { state: { in: ['waiting', 'applying'] } } },
    },
  })
  for (const proposal of expired) {
    await transact(async (tx) => {
      const { count } = await tx.proposal.updateMany({
        where: { id: proposal.id, state: 'approved' },
        data: { state: 'in_review' },
      })
      if (count === 0) return
      await tx.review.updateMany({
        where: { proposalId: proposal.id, decision: 'approve', voidedAt: null, usedAt: null },
        data: { voidedAt: ctx.now(), voidReason: 'The approval ran out before it was applied.' },
      })
      await recordAuditEvent(
        tx,
        { ...ctx, correlationId: proposal.correlationId },
        {
          action: 'proposal.expired',
          objectType: 'proposal',
          objectId: proposal.id,
          objectLabel: `P-${proposal.number}`,
        },
      )
    })
  }
}
