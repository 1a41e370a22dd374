import type { Proposal } from '@/generated/prisma/client'
import { readPolicy } from '@/lib/control-loop/policy/services/read-policy'
import { fromDbState, toDbState } from '@/lib/control-loop/proposal/domain/proposal-state'
import { type ParsedRevision, parseRevision } from '@/lib/control-loop/proposal/services/parse-revision'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { can } from '@/lib/platform/auth/roles-and-permissions'
import type { ServiceContext } from '@/lib/platform/context'
import { type Tx, transact } from '@/lib/platform/db/client'
import { ConflictError, ForbiddenError, NotFoundError, UnauthenticatedError } from '@/lib/platform/http/app-error'
import type { SubmitReviewRequest, SubmitReviewResponse } from '../contract'
import { decideReview, type ReviewDecision } from '../domain/decide-review'

type Refused = Extract<ReviewDecision, { outcome: 'refused' }>
type Decided = Exclude<ReviewDecision, Refused>
type Outcome = { refused: Refused } | { response: SubmitReviewResponse }

/**
 * Records a person's decision, bound to the revision and plan hash that the person saw. Only people decide: tokens, agents and processes never reach
 * past the first line. An approval starts nothing by itself; applying is a second decision. A refusal leaves its own audit event.
 */
export async function submitReview(
  ctx: ServiceContext,
  input: SubmitReviewRequest & { proposalId: string },
): Promise<SubmitReviewResponse> {
  const { userId, role, kind } = ctx.actor
  if (kind !== 'user' || !userId || !role) throw new UnauthenticatedError('Only a signed-in person decides a proposal.')
  const outcome = await transact<Outcome>(async (tx) => {
    await tx.$queryRaw`SELECT id FROM proposal WHERE id = ${input.proposalId}::uuid FOR UPDATE`
    const proposal = await tx.proposal.findUnique({ where: { id: input.proposalId } })
    if (!proposal) throw new NotFoundError('There is no such proposal.')
    const revision = await requireCurrentRevision(tx, proposal)
    const decision = decideReview(
      {
        state: fromDbState(proposal.state),
        revision: proposal.revision,
        planHash: revision.planHash,
        verdict: revision.verdict,
        writers: await findWriters(tx, proposal),
        approvals: await findApprovals(tx, proposal, revision),
      },
      { ...input, actor: { userId, role, mayReview: can(role, 'reviews.write') }, now: ctx.now() },
    )
    if (decision.outcome === 'refused') return { refused: decision }
    return { response: await record(tx, ctx, { proposal, revision, decision, input, userId }) }
  })
  if ('response' in outcome) return outcome.response
  await recordRefusal(ctx, input.proposalId, outcome.refused)
  const { code, sentence } = outcome.refused
  if (code === 'own-proposal' || code === 'missing-right') throw new ForbiddenError(sentence, { code }, code)
  throw new ConflictError(sentence, { code }, code)
}

async function requireCurrentRevision(tx: Tx, proposal: Proposal): Promise<ParsedRevision> {
  return parseRevision(
    await tx.proposalRevision.findUniqueOrThrow({
      where: { proposalId_revision: { proposalId: proposal.id, revision: proposal.revision } },
    }),
  )
}

/** The author and everybody who edited any revision: none of them may approve it. */
async function findWriters(tx: Tx, proposal: Proposal): Promise<string[]> {
  const revisions = await tx.proposalRevision.findMany({
    where: { proposalId: proposal.id },
    select: { editorUserId: true },
  })
  return [proposal.authorUserId, ...revisions.map(({ editorUserId }) => editorUserId)].filter((id) => id !== null)
}

async function findApprovals(tx: Tx, proposal: Proposal, revision: ParsedRevision) {
  return tx.review.findMany({
    where: {
      proposalId: proposal.id,
      revision: revision.revision,
      planHash: revision.planHash,
      decision: 'approve',
      voidedAt: null,
    },
    select: { userId: true, expiresAt: true },
  })
}

interface Recording {
  proposal: Proposal
  revision: ParsedRevision
  decision: Decided
  input: SubmitReviewRequest
  userId: string
}

const nextStates = {
  approved: 'approved',
  recorded: 'in-review',
  rejected: 'rejected',
  'changes-requested': 'proposed',
} as const
const auditActions = {
  approved: 'proposal.approved',
  recorded: 'proposal.approved',
  rejected: 'proposal.rejected',
  'changes-requested': 'proposal.changes-requested',
} as const

async function record(tx: Tx, ctx: ServiceContext, recording: Recording): Promise<SubmitReviewResponse> {
  const { proposal, revision, decision, input, userId } = recording
  const { policy } = await readPolicy(tx)
  await tx.review.create({
    data: {
      proposalId: proposal.id,
      revision: revision.revision,
      userId,
      decision: input.decision,
      reason: input.reason,
      planHash: revision.planHash,
      beforeHash: revision.beforeHash,
      policyVersion: revision.policyVersion,
      expiresAt:
        input.decision === 'approve' ? new Date(ctx.now().getTime() + policy.approvalValidHours * 3_600_000) : null,
      createdAt: ctx.now(),
    },
  })
  await tx.proposal.update({ where: { id: proposal.id }, data: { state: toDbState(nextStates[decision.outcome]) } })
  await recordAuditEvent(
    tx,
    { ...ctx, correlationId: proposal.correlationId },
    {
      action: auditActions[decision.outcome],
      objectType: 'proposal',
      objectId: proposal.id,
      objectLabel: `P-${proposal.number}`,
      detail: {
        revision: revision.revision,
        planHash: revision.planHash,
        beforeHash: revision.beforeHash,
        policyVersion: revision.policyVersion,
        reason: input.reason,
        ...('approvals' in decision && { approvals: decision.approvals, approvalsNeeded: decision.approvalsNeeded }),
      },
    },
  )
  return describe(decision, revision)
}

function describe(decision: Decided, revision: ParsedRevision): SubmitReviewResponse {
  const needed = Math.max(1, revision.verdict.approvalsNeeded)
  switch (decision.outcome) {
    case 'approved':
      return {
        state: 'approved',
        approvals: decision.approvals,
        approvalsNeeded: needed,
        sentence: 'Approved. Nothing is sent until somebody applies it.',
      }
    case 'recorded':
      return {
        state: 'in-review',
        approvals: decision.approvals,
        approvalsNeeded: needed,
        sentence: `Approved by you. ${needed - decision.approvals} more ${needed - decision.approvals === 1 ? 'approval is' : 'approvals are'} needed.`,
      }
    case 'rejected':
      return {
        state: 'rejected',
        approvals: 0,
        approvalsNeeded: needed,
        sentence: 'Rejected. Fivetran stays as it is.',
      }
    case 'changes-requested':
      return {
        state: 'proposed',
        approvals: 0,
        approvalsNeeded: needed,
        sentence: 'Sent back. It returns to the queue with its next revision.',
      }
  }
}

/** An attempt that was refused is worth as much in the audit as one that counted. */
async function recordRefusal(ctx: ServiceContext, proposalId: string, refused: Refused): Promise<void> {
  await transact(async (tx) => {
    const proposal = await tx.proposal.findUniqueOrThrow({ where: { id: proposalId } })
    await recordAuditEvent(
      tx,
      { ...ctx, correlationId: proposal.correlationId },
      {
        action: 'proposal.decision-refused',
        objectType: 'proposal',
        objectId: proposalId,
        objectLabel: `P-${proposal.number}`,
        detail: { code: refused.code, sentence: refused.sentence },
      },
    )
  })
}
