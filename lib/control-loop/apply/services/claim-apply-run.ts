import type { ApplyRun, Connection, FivetranAccount, Proposal } from '@/generated/prisma/client'
import type { ParsedRevision } from '@/lib/control-loop/proposal/services/parse-revision'
import { parseRevision } from '@/lib/control-loop/proposal/services/parse-revision'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { type Tx, transact } from '@/lib/platform/db/client'
import { countApprovals } from './count-approvals'
import { endRun } from './end-run'

export interface ClaimedRun {
  run: ApplyRun
  fence: number
  proposal: Proposal
  connection: Connection & { account: FivetranAccount }
  revision: ParsedRevision
}
export type ClaimOutcome =
  | ({ outcome: 'claimed' } & ClaimedRun)
  /** Another worker holds it, another run holds the connection, or it is over. */
  | { outcome: 'busy'; retry: boolean }
  | { outcome: 'refused'; reason: string }

/**
 * Takes a run for this worker: raises its fence, so that an older holder writes nothing more, and counts the approvals again in the same
 * transaction. All times are the database's own. At most one run at a time holds a connection.
 */
export async function claimApplyRun(
  ctx: ServiceContext,
  input: { runId: string; workerId: string; leaseMs: number },
): Promise<ClaimOutcome> {
  return transact(async (tx) => {
    const found = await tx.applyRun.findUnique({ where: { id: input.runId } })
    if (!found || !['waiting', 'applying'].includes(found.state)) return { outcome: 'busy', retry: false }
    // Runs of one connection queue up behind its row.
    await tx.$queryRaw`SELECT id FROM connection WHERE id = ${found.connectionId}::uuid FOR UPDATE`
    const claimed = await tx.$queryRaw<{ fence: number; resumed: boolean }[]>`
      UPDATE apply_run r SET state = 'applying', fence = r.fence + 1, worker_id = ${input.workerId},
             lease_until = now() + ${input.leaseMs} * interval '1 millisecond', started_at = coalesce(r.started_at, now())
      WHERE r.id = ${input.runId}::uuid
        AND (r.state = 'waiting' OR (r.state = 'applying' AND (r.lease_until IS NULL OR r.lease_until < now())))
        AND NOT EXISTS (SELECT 1 FROM apply_run o WHERE o.connection_id = r.connection_id AND o.id <> r.id
                        AND o.state = 'applying' AND o.lease_until >= now())
      RETURNING r.fence, r.fence > 1 AS resumed`
    const [claim] = claimed
    if (!claim) return { outcome: 'busy', retry: true }
    return judgeClaim(tx, ctx, found, claim)
  })
}

async function judgeClaim(
  tx: Tx,
  ctx: ServiceContext,
  found: ApplyRun,
  claim: { fence: number; resumed: boolean },
): Promise<ClaimOutcome> {
  const run = await tx.applyRun.findUniqueOrThrow({ where: { id: found.id } })
  const proposal = await tx.proposal.findUniqueOrThrow({ where: { id: run.proposalId } })
  const connection = await tx.connection.findUniqueOrThrow({
    where: { id: run.connectionId },
    include: { account: true },
  })
  const revision = parseRevision(
    await tx.proposalRevision.findUniqueOrThrow({
      where: { proposalId_revision: { proposalId: proposal.id, revision: run.revision } },
    }),
  )
  const approvals = await countApprovals(tx, { ...revision, now: ctx.now() })
  const needed = revision.verdict.decision === 'allow' ? 0 : Math.max(1, revision.verdict.approvalsNeeded)
  const refusal = refusalOf({ proposal, run, revision, approvals, needed })
  if (refusal) {
    await endRun(tx, ctx, { run, proposal, state: refusal.state, reason: refusal.reason })
    return { outcome: 'refused', reason: refusal.reason }
  }
  await tx.proposal.update({ where: { id: proposal.id }, data: { state: 'applying' } })
  await tx.review.updateMany({
    where: {
      proposalId: proposal.id,
      revision: run.revision,
      planHash: run.planHash,
      decision: 'approve',
      voidedAt: null,
      usedAt: null,
    },
    data: { usedAt: ctx.now() },
  })
  await recordAuditEvent(tx, ctx, {
    action: claim.resumed ? 'apply-run.resumed' : 'apply-run.claimed',
    objectType: 'apply-run',
    objectId: run.id,
    objectLabel: `R-${run.number}`,
    detail: { fence: claim.fence, approvals, needed, planHash: run.planHash },
  })
  return { outcome: 'claimed', run, fence: claim.fence, proposal, connection, revision }
}

function refusalOf(facts: {
  proposal: Proposal
  run: ApplyRun
  revision: ParsedRevision
  approvals: number
  needed: number
}): { state: 'stale' | 'failed' | 'cancelled'; reason: string } | null {
  const { proposal, run, revision, approvals, needed } = facts
  if (run.stopRequested && run.fence <= 1) return { state: 'cancelled', reason: 'Stopped before the first step.' }
  if (!['approved', 'applying', 'failed'].includes(proposal.state)) {
    return { state: 'stale', reason: `P-${proposal.number} is ${proposal.state.replace('_', ' ')} now.` }
  }
  if (proposal.revision !== run.revision || revision.planHash !== run.planHash) {
    return { state: 'stale', reason: `P-${proposal.number} has a newer revision.` }
  }
  if (approvals < needed) return { state: 'stale', reason: `${approvals} of ${needed} approvals still count.` }
  return null
}
