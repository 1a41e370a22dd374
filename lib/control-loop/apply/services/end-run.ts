import type { ApplyRun, Prisma, Proposal } from '@/generated/prisma/client'
import { fromDbState } from '@/lib/control-loop/proposal/domain/proposal-state'
import { refreshConnectionJob } from '@/lib/control-loop/snapshot/jobs'
import { canMoveApplyRun, canMoveProposal } from '@/lib/control-loop/stages'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db/client'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import type { StateDifference } from '../domain/plan-step'

export interface RunEnd {
  run: ApplyRun
  proposal: Proposal
  state: 'applied' | 'stale' | 'failed' | 'cancelled'
  reason: string | null
  difference?: StateDifference[]
}

const actions = {
  applied: 'apply-run.applied',
  stale: 'apply-run.went-stale',
  failed: 'apply-run.failed',
  cancelled: 'apply-run.cancelled',
} as const
/** What the proposal becomes. A cancelled run that did nothing leaves its proposal approved. */
const proposalStates = { applied: 'applied', stale: 'stale', failed: 'failed', cancelled: 'approved' } as const

/** Ends a run in the caller's transaction: run, proposal, approvals and audit move together. Refuses a move the stages do not know. */
export async function endRun(tx: Tx, ctx: ServiceContext, end: RunEnd): Promise<void> {
  const { state } = await tx.applyRun.findUniqueOrThrow({ where: { id: end.run.id }, select: { state: true } })
  if (!canMoveApplyRun(state, end.state)) throw new Error(`R-${end.run.number} cannot go from ${state} to ${end.state}`)
  await tx.applyRun.update({
    where: { id: end.run.id },
    data: {
      state: end.state,
      problem: end.reason,
      leaseUntil: null,
      finishedAt: end.state === 'applied' ? null : ctx.now(),
      ...(end.difference && { difference: end.difference as unknown as Prisma.InputJsonValue }),
    },
  })
  const proposal = await tx.proposal.findUniqueOrThrow({ where: { id: end.proposal.id }, select: { state: true } })
  // A proposal that ended meanwhile (superseded, rejected) stays ended: the end of its run does not wake it.
  if (canMoveProposal(fromDbState(proposal.state), proposalStates[end.state])) {
    await tx.proposal.update({ where: { id: end.proposal.id }, data: { state: proposalStates[end.state] } })
  }
  // What policy started and nobody approved is a person's to decide now.
  if (end.state === 'cancelled' && end.run.startedBy === 'policy') {
    await tx.proposal.updateMany({ where: { id: end.proposal.id, state: 'approved' }, data: { state: 'in_review' } })
  }
  if (end.state === 'stale') {
    await tx.review.updateMany({
      where: { proposalId: end.proposal.id, decision: 'approve', voidedAt: null },
      data: { voidedAt: ctx.now(), voidReason: end.reason ?? 'The live state moved after the review.' },
    })
    // What moved is in no snapshot yet: without this reading a re-plan would start from the same outdated state.
    const { connectionId } = end.proposal
    const refresh = { connectionId, trigger: 'apply' as const, correlationId: end.proposal.correlationId }
    await enqueueJob(tx, refreshConnectionJob, refresh, { singletonKey: connectionId })
  }
  await recordAuditEvent(tx, ctx, {
    action: actions[end.state],
    objectType: 'apply-run',
    objectId: end.run.id,
    objectLabel: `R-${end.run.number}`,
    detail: { proposal: `P-${end.proposal.number}`, reason: end.reason, difference: end.difference ?? [] },
  })
}
