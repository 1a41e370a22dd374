import type { ApplyRun, Connection, FivetranAccount, Proposal } from '@/generated/prisma/client'
import { reevaluateProposalsJob } from '@/lib/control-loop/policy/jobs'
import { findHold } from '@/lib/control-loop/policy/services/find-hold'
import { type AutomationStop, holdStop } from '@/lib/control-loop/policy/services/find-stop'
import { findTightening } from '@/lib/control-loop/policy/services/find-tightening'
import type { ParsedRevision } from '@/lib/control-loop/proposal/services/parse-revision'
import { parseRevision } from '@/lib/control-loop/proposal/services/parse-revision'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { type Tx, transact } from '@/lib/platform/db/client'
import { crashAt } from '@/lib/platform/jobs/crash-point'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { countApprovals } from './count-approvals'
import { endRun } from './end-run'
import { findEditInTheWay } from './find-edit-in-the-way'

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
    // A freeze that holds people too: what they started before it began waits for its end.
    const isHeld = found.startedBy !== 'policy' && found.startedAt === null && (await findHold(tx, ctx.now())) !== null
    if (isHeld) return { outcome: 'busy', retry: true }
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
  const isAutomatic = run.startedBy === 'policy'
  const needed = isAutomatic ? 0 : Math.max(1, revision.verdict.approvalsNeeded)
  const begun = await tx.applyStep.count({ where: { runId: run.id, state: { not: 'waits' } } })
  const stop = isAutomatic ? await holdStop(tx) : null
  const tightened = begun === 0 ? await findTightening(tx, revision) : null
  const inTheWay =
    begun === 0
      ? await findEditInTheWay(tx, {
          connectionId: run.connectionId,
          proposalId: proposal.id,
          actions: revision.actions,
        })
      : null
  const refusal = refusalOf({
    proposal,
    run,
    revision,
    approvals,
    needed,
    begun,
    stop,
    tightened: tightened?.sentence ?? null,
    inTheWay,
  })
  if (refusal) {
    if (tightened) {
      const { correlationId } = proposal
      await enqueueJob(tx, reevaluateProposalsJob, { version: tightened.version, correlationId })
    }
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
      // One that is out of time did not count, and is not kept alive by being marked.
      expiresAt: { gt: ctx.now() },
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
  crashAt('in-claim')
  return { outcome: 'claimed', run, fence: claim.fence, proposal, connection, revision }
}

function refusalOf(facts: {
  proposal: Proposal
  run: ApplyRun
  revision: ParsedRevision
  approvals: number
  needed: number
  /** Steps that were begun by an earlier claim. */
  begun: number
  stop: AutomationStop | null
  tightened: string | null
  /** An edit made outside that nobody has answered. */
  inTheWay: string | null
}): { state: 'stale' | 'failed' | 'cancelled'; reason: string } | null {
  const { proposal, run, revision, approvals, needed } = facts
  if (facts.stop) {
    const reason = `${facts.stop.by} stopped everything automatic.`
    return { state: facts.begun > 0 ? 'failed' : 'cancelled', reason }
  }
  if (run.stopRequested && run.fence <= 1) return { state: 'cancelled', reason: 'Stopped before the first step.' }
  if (!['approved', 'applying', 'failed'].includes(proposal.state)) {
    return { state: 'stale', reason: `P-${proposal.number} is ${proposal.state.replace('_', ' ')} now.` }
  }
  if (proposal.revision !== run.revision || revision.planHash !== run.planHash) {
    return { state: 'stale', reason: `P-${proposal.number} has a newer revision.` }
  }
  if (facts.tightened) return { state: 'cancelled', reason: facts.tightened }
  if (facts.inTheWay) return { state: 'cancelled', reason: facts.inTheWay }
  if (run.startedBy === 'policy' && revision.verdict.decision !== 'allow') {
    return { state: 'stale', reason: 'Policy does not allow it.' }
  }
  if (approvals < needed) return { state: 'stale', reason: `${approvals} of ${needed} approvals still count.` }
  return null
}
