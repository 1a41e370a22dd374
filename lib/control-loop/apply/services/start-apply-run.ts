import { findHold } from '@/lib/control-loop/policy/services/find-hold'
import { findTightening } from '@/lib/control-loop/policy/services/find-tightening'
import { parseRevision } from '@/lib/control-loop/proposal/services/parse-revision'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { ConflictError, NotFoundError } from '@/lib/platform/http/app-error'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { executeApplyRunJob } from '../jobs'
import { countApprovals } from './count-approvals'
import { createApplyRun } from './create-apply-run'
import { findEditInTheWay } from './find-edit-in-the-way'

/** Starts the apply of an approved proposal: a second, separate decision. The plan must be the one the person sees. */
export async function startApplyRun(
  ctx: ServiceContext,
  input: { proposalId: string; planHash: string },
): Promise<{ id: string; number: number }> {
  requirePermission(ctx.actor, 'applies.start')
  return transact(async (tx) => {
    await tx.$queryRaw`SELECT id FROM proposal WHERE id = ${input.proposalId}::uuid FOR UPDATE`
    const proposal = await tx.proposal.findUnique({ where: { id: input.proposalId } })
    if (!proposal) throw new NotFoundError('There is no such proposal.')
    if (proposal.state !== 'approved') {
      throw new ConflictError(
        `P-${proposal.number} is ${proposal.state.replace('_', ' ')}; only an approved proposal is applied.`,
        { state: proposal.state },
        'not-approved',
      )
    }
    const revision = parseRevision(
      await tx.proposalRevision.findUniqueOrThrow({
        where: { proposalId_revision: { proposalId: proposal.id, revision: proposal.revision } },
      }),
    )
    if (revision.planHash !== input.planHash) {
      throw new ConflictError('The plan changed since you opened it. Read it again.', {}, 'another-plan')
    }
    const approvals = await countApprovals(tx, { ...revision, proposalId: proposal.id, now: ctx.now() })
    if (approvals < Math.max(1, revision.verdict.approvalsNeeded)) {
      throw new ConflictError(
        `${approvals} of ${Math.max(1, revision.verdict.approvalsNeeded)} approvals still count.`,
        {},
        'approvals-missing',
      )
    }
    const tightened = await findTightening(tx, revision)
    if (tightened) throw new ConflictError(tightened.sentence, {}, 'policy-stricter')
    const inTheWay = await findEditInTheWay(tx, {
      connectionId: proposal.connectionId,
      proposalId: proposal.id,
      actions: revision.actions,
    })
    if (inTheWay) throw new ConflictError(inTheWay, {}, 'edited-outside')
    const hold = await findHold(tx, ctx.now())
    if (hold) throw new ConflictError(`${hold} Start it again after that.`, {}, 'frozen')
    const waiting = await tx.applyRun.findFirst({
      where: { proposalId: proposal.id, state: { in: ['waiting', 'applying'] } },
    })
    if (waiting)
      throw new ConflictError(`R-${waiting.number} already applies it.`, { runId: waiting.id }, 'already-running')
    const run = await createApplyRun(tx, ctx, {
      proposal,
      revision: revision.revision,
      built: revision,
      startedBy: 'person',
    })
    await enqueueJob(tx, executeApplyRunJob, { runId: run.id, correlationId: proposal.correlationId })
    return { id: run.id, number: run.number }
  })
}
