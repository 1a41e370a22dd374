import { Prisma } from '@/generated/prisma/client'
import { hashPlan } from '@/lib/control-loop/apply/domain/hash-plan'
import { parseRevision } from '@/lib/control-loop/proposal/services/parse-revision'
import { type NewAuditEvent, recordAuditEvents } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { db, type Tx, transact } from '@/lib/platform/db/client'
import { compareVerdicts } from '../domain/compare-verdicts'
import { evaluatePolicy } from '../domain/evaluate-policy'
import { readPolicy } from './read-policy'

/**
 * Judges every proposal that waits by the policy in force, on the facts that were kept with it. One that is judged more strictly goes back to the queue as
 * a new revision of the system's, and its approvals are void; one that is judged the same or more freely keeps what people decided. Safe to repeat.
 */
export async function reevaluateProposals(ctx: ServiceContext): Promise<void> {
  const waiting = await db.proposal.findMany({
    where: { state: { in: ['proposed', 'in_review', 'approved', 'stale'] } },
    select: { id: true },
    orderBy: { number: 'asc' },
  })
  for (const { id } of waiting) await transact((tx) => reevaluate(tx, ctx, id))
}

async function reevaluate(tx: Tx, ctx: ServiceContext, proposalId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM proposal WHERE id = ${proposalId}::uuid FOR UPDATE`
  const proposal = await tx.proposal.findUniqueOrThrow({ where: { id: proposalId } })
  if (!['proposed', 'in_review', 'approved', 'stale'].includes(proposal.state)) return
  const row = await tx.proposalRevision.findUniqueOrThrow({
    where: { proposalId_revision: { proposalId, revision: proposal.revision } },
  })
  const revision = parseRevision(row)
  const { version, policy } = await readPolicy(tx)
  if (revision.policyVersion === version || !revision.verdict.facts) return
  const verdict = evaluatePolicy(revision.verdict.facts, policy)
  const strictness = compareVerdicts(revision.verdict, verdict)
  const isDecided = await hasApprovals(tx, proposalId, proposal.state)
  // What may go by itself must carry the version in force; what people decided under a stricter policy stands.
  if (strictness !== 'stricter' && (isDecided || (strictness === 'same' && verdict.decision !== 'allow'))) return
  if (await tx.applyRun.count({ where: { proposalId, state: 'applying' } })) return
  const next = proposal.revision + 1
  const why = `Policy version ${version}: ${verdict.reason}`
  const { id: _id, createdAt: _createdAt, ...kept } = row
  await tx.proposalRevision.create({
    data: {
      ...(kept as Prisma.ProposalRevisionUncheckedCreateInput),
      drafting: row.drafting ?? Prisma.DbNull,
      revision: next,
      verdict: verdict as unknown as Prisma.InputJsonValue,
      policyVersion: version,
      planHash: hashPlan({ before: revision.before, steps: revision.plan, policyVersion: version }),
      editorUserId: null,
      createdAt: ctx.now(),
    },
  })
  await tx.review.updateMany({
    where: { proposalId, decision: 'approve', voidedAt: null, usedAt: null },
    data: { voidedAt: ctx.now(), voidReason: why },
  })
  const events = await cancelWaiting(tx, ctx, proposalId, why)
  await tx.proposal.update({
    where: { id: proposalId },
    data: { revision: next, ...(proposal.state === 'approved' && { state: 'in_review' as const }) },
  })
  await recordAuditEvents(tx, { ...ctx, correlationId: proposal.correlationId }, [
    ...events,
    {
      action: 'proposal.re-evaluated',
      objectType: 'proposal',
      objectId: proposalId,
      objectLabel: `P-${proposal.number}`,
      detail: {
        policyVersion: version,
        before: revision.policyVersion,
        strictness,
        reason: verdict.reason,
        revision: next,
      },
    },
  ])
}

async function hasApprovals(tx: Tx, proposalId: string, state: string): Promise<boolean> {
  if (state === 'approved') return true
  return (await tx.review.count({ where: { proposalId, decision: 'approve', voidedAt: null } })) > 0
}

/** Runs that nobody claimed yet must not apply what is to be decided again. */
async function cancelWaiting(
  tx: Tx,
  ctx: ServiceContext,
  proposalId: string,
  problem: string,
): Promise<NewAuditEvent[]> {
  const runs = await tx.applyRun.findMany({ where: { proposalId, state: 'waiting' } })
  for (const run of runs) {
    await tx.applyRun.update({ where: { id: run.id }, data: { state: 'cancelled', problem, finishedAt: ctx.now() } })
  }
  return runs.map((run) => ({
    action: 'apply-run.cancelled',
    objectType: 'apply-run',
    objectId: run.id,
    objectLabel: `R-${run.number}`,
    detail: { reason: problem },
  }))
}
