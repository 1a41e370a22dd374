import { z } from 'zod'
import type { Prisma, ReviewBatch } from '@/generated/prisma/client'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { type Tx, transact } from '@/lib/platform/db/client'
import { ConflictError, ForbiddenError, NotFoundError, UnauthenticatedError } from '@/lib/platform/http/app-error'
import type { BatchMember, BatchResult, SubmitBatchRequest } from '../contract'
import { describeDecision } from '../domain/describe-decision'
import { findStrangers, frictionOf } from '../domain/group-look-alikes'
import { type Decided, decideMembers } from './decide-members'
import { findCandidates } from './find-candidates'
import { readSurroundings } from './find-turns'
import { countUnopened } from './hold-sample'

export const storedMembersSchema = z.array(
  z.object({ proposalId: z.string(), revision: z.number(), planHash: z.string() }),
)
type Outcomes = BatchResult['outcomes']

/**
 * Decides the listed revisions together and nothing else. Each member goes through the same law as one alone; one that changed drops out and is named, the
 * rest stand. Members that are not like the others are pulled out of an approval. A large one needs its drawn members opened, and a very large one waits
 * for a second person before anything of it counts.
 */
export async function submitBatch(ctx: ServiceContext, input: SubmitBatchRequest): Promise<BatchResult> {
  requirePermission(ctx.actor, 'reviews.write')
  const { userId } = ctx.actor
  if (ctx.actor.kind !== 'user' || !userId) throw new UnauthenticatedError('Only a signed-in person decides proposals.')
  return transact(async (tx) => {
    const ids = input.members.map(({ proposalId }) => proposalId)
    const candidates = await findCandidates(tx, ctx, ids)
    if (candidates.length !== ids.length) throw new NotFoundError('There is no such proposal.')
    const connections = new Set(candidates.map(({ connectionId }) => connectionId)).size
    const friction = frictionOf({ decision: input.decision, members: ids.length, connections })
    if (friction.sample) await requireOpened(tx, userId, input.members)
    const strangers = input.decision === 'approve' ? findStrangers(candidates) : []
    const batch = await tx.reviewBatch.create({
      data: {
        decision: input.decision,
        reason: input.reason,
        members: input.members as unknown as Prisma.InputJsonValue,
        createdById: userId,
        createdBy: ctx.actor.name,
        createdAt: ctx.now(),
      },
    })
    if (friction.second) return waitForSecond(tx, ctx, batch, ids.length)
    const pulledOut = strangers.map(({ candidate, why }) => ({
      proposalId: candidate.proposalId,
      number: candidate.number,
      outcome: 'refused' as const,
      sentence: why,
    }))
    return decide(tx, ctx, batch, input.members, pulledOut)
  })
}

/** The second person of a very large batch: another one, with the right, who opened their own drawn members. Their decision is what counts. */
export async function confirmBatch(ctx: ServiceContext, batchId: string): Promise<BatchResult> {
  requirePermission(ctx.actor, 'reviews.write')
  const { userId } = ctx.actor
  if (ctx.actor.kind !== 'user' || !userId) throw new UnauthenticatedError('Only a signed-in person decides proposals.')
  return transact(async (tx) => {
    await tx.$queryRaw`SELECT id FROM review_batch WHERE id = ${batchId}::uuid FOR UPDATE`
    const batch = await tx.reviewBatch.findUnique({ where: { id: batchId } })
    if (!batch) throw new NotFoundError('There is no such batch.')
    if (batch.decidedAt || batch.cancelledAt) throw new ConflictError('It is decided already.', {}, 'not-open')
    if (batch.createdById === userId) throw new ForbiddenError('Somebody else confirms it.', {}, 'own-batch')
    const { reviewers } = await readSurroundings(tx, ctx.now())
    if (!reviewers.some(({ id }) => id === batch.createdById)) {
      throw new ConflictError(`${batch.createdBy} may not decide proposals any more.`, {}, 'missing-right')
    }
    const members = storedMembersSchema.parse(batch.members)
    if (frictionOf({ decision: 'approve', members: members.length, connections: 1 }).sample) {
      await requireOpened(tx, userId, members)
    }
    const strangers = findStrangers(
      await findCandidates(
        tx,
        ctx,
        members.map(({ proposalId }) => proposalId),
      ),
    )
    const pulledOut = strangers.map(({ candidate, why }) => ({
      proposalId: candidate.proposalId,
      number: candidate.number,
      outcome: 'refused' as const,
      sentence: why,
    }))
    await tx.reviewBatch.update({ where: { id: batch.id }, data: { secondById: userId, secondBy: ctx.actor.name } })
    return decide(tx, ctx, batch, members, pulledOut)
  })
}

async function requireOpened(tx: Tx, userId: string, members: readonly BatchMember[]): Promise<void> {
  const unopened = await countUnopened(tx, userId, members)
  if (unopened === 0) return
  throw new ConflictError('Open the three that were drawn for you first.', { left: unopened ?? 3 }, 'sample-unopened')
}

async function waitForSecond(tx: Tx, ctx: ServiceContext, batch: ReviewBatch, members: number): Promise<BatchResult> {
  await recordAuditEvent(tx, ctx, {
    action: 'review-batch.submitted',
    objectType: 'review-batch',
    objectId: batch.id,
    objectLabel: `${members} proposals`,
    detail: { members: batch.members, reason: batch.reason },
  })
  const sentence = 'A second person confirms it before anything of it counts.'
  return { id: batch.id, state: 'waits-for-second', sentence, outcomes: [] }
}

async function decide(
  tx: Tx,
  ctx: ServiceContext,
  batch: ReviewBatch,
  members: readonly BatchMember[],
  pulledOut: Outcomes,
): Promise<BatchResult> {
  const out = new Set(pulledOut.map(({ proposalId }) => proposalId))
  const left = members.filter(({ proposalId }) => !out.has(proposalId))
  const decision = batch.decision === 'approve' ? ('approve' as const) : ('reject' as const)
  const decided =
    left.length === 0
      ? []
      : await decideMembers(tx, ctx, { decision, reason: batch.reason, members: left, batchId: batch.id })
  const outcomes = [...decided.map(outcomeOf), ...pulledOut].sort((one, other) => one.number - other.number)
  await tx.reviewBatch.update({
    where: { id: batch.id },
    data: { outcomes: outcomes as unknown as Prisma.InputJsonValue, decidedAt: ctx.now() },
  })
  const done = outcomes.filter(({ outcome }) => outcome !== 'refused').length
  await recordAuditEvent(tx, ctx, {
    action: 'review-batch.decided',
    objectType: 'review-batch',
    objectId: batch.id,
    objectLabel: `${done} of ${outcomes.length} proposals`,
    detail: {
      decision,
      first: batch.createdById,
      droppedOut: outcomes
        .filter(({ outcome }) => outcome === 'refused')
        .map(({ number, sentence }) => ({ number, sentence })),
    },
  })
  const word = decision === 'approve' ? 'approved' : 'rejected'
  const dropped = outcomes.length - done
  return {
    id: batch.id,
    state: 'decided',
    sentence: `${done} ${word}.${dropped > 0 ? ` ${dropped} dropped out.` : ''}`,
    outcomes,
  }
}

function outcomeOf({ proposal, decision }: Decided): Outcomes[number] {
  return {
    proposalId: proposal.id,
    number: proposal.number,
    outcome: decision.outcome,
    sentence: decision.outcome === 'refused' ? decision.sentence : describeDecision(decision),
  }
}
