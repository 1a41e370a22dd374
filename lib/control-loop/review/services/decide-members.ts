import type { Proposal } from '@/generated/prisma/client'
import { readPolicy } from '@/lib/control-loop/policy/services/read-policy'
import { fromDbState, toDbState } from '@/lib/control-loop/proposal/domain/proposal-state'
import { type ParsedRevision, parseRevision } from '@/lib/control-loop/proposal/services/parse-revision'
import { type NewAuditEvent, recordAuditEvents } from '@/lib/platform/audit/record-audit-event'
import { can } from '@/lib/platform/auth/roles-and-permissions'
import type { ServiceContext } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db/client'
import { NotFoundError, UnauthenticatedError } from '@/lib/platform/http/app-error'
import type { BatchMember } from '../contract'
import { decideReview, type ReviewDecision, type ReviewInput } from '../domain/decide-review'
import { findTurns } from './find-turns'

export interface Decided {
  proposal: Proposal
  revision: ParsedRevision
  decision: ReviewDecision
}
export interface DecideMembersInput {
  decision: ReviewInput['decision']
  reason: string | null
  members: readonly BatchMember[]
  /** Named in each audit event of a batch. */
  batchId?: string
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
  refused: 'proposal.decision-refused',
} as const

/**
 * The one place where decisions are written: one proposal or many, each judged by `decideReview` on what is locked here, each bound to the revision and
 * plan hash that the person saw. What is refused leaves an audit event and nothing else; the others stand. Only a signed-in person gets past the first line.
 */
export async function decideMembers(tx: Tx, ctx: ServiceContext, input: DecideMembersInput): Promise<Decided[]> {
  const { userId, role, kind } = ctx.actor
  if (kind !== 'user' || !userId || !role) throw new UnauthenticatedError('Only a signed-in person decides a proposal.')
  const ids = input.members.map(({ proposalId }) => proposalId)
  // In one order, so that two batches with the same members never wait for each other in a ring.
  await tx.$queryRaw`SELECT id FROM proposal WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const proposals = new Map((await tx.proposal.findMany({ where: { id: { in: ids } } })).map((row) => [row.id, row]))
  const revisions = await findCurrent(tx, [...proposals.values()])
  const turns = await findTurns(tx, ctx.now(), ids)
  const approvals = await tx.review.findMany({
    where: { proposalId: { in: ids }, decision: 'approve', voidedAt: null },
    select: { proposalId: true, revision: true, planHash: true, userId: true, expiresAt: true },
  })
  const actor = { userId, role, mayReview: can(role, 'reviews.write') }
  const decided = input.members.map((member): Decided => {
    const proposal = proposals.get(member.proposalId)
    const revision = revisions.get(member.proposalId)
    if (!proposal || !revision) throw new NotFoundError('There is no such proposal.')
    const decision = decideReview(
      {
        state: fromDbState(proposal.state),
        revision: proposal.revision,
        planHash: revision.planHash,
        verdict: revision.verdict,
        writers: turns.get(proposal.id)?.writers ?? [],
        approvals: approvals.filter(
          (given) =>
            given.proposalId === proposal.id &&
            given.revision === proposal.revision &&
            given.planHash === revision.planHash,
        ),
      },
      { decision: input.decision, revision: member.revision, planHash: member.planHash, actor, now: ctx.now() },
    )
    return { proposal, revision, decision }
  })
  const standsInFor = (proposalId: string) => turns.get(proposalId)?.standsInFor.get(userId) ?? null
  await write(tx, ctx, input, { decided, userId, standsInFor })
  return decided
}

async function findCurrent(tx: Tx, proposals: readonly Proposal[]): Promise<Map<string, ParsedRevision>> {
  const rows = await tx.proposalRevision.findMany({
    where: { OR: proposals.map(({ id, revision }) => ({ proposalId: id, revision })) },
  })
  return new Map(rows.map((row) => [row.proposalId, parseRevision(row)]))
}

interface Writing {
  decided: readonly Decided[]
  userId: string
  standsInFor(proposalId: string): string | null
}

async function write(tx: Tx, ctx: ServiceContext, input: DecideMembersInput, writing: Writing): Promise<void> {
  const { policy } = await readPolicy(tx)
  const counted = writing.decided.filter(({ decision }) => decision.outcome !== 'refused')
  const expiresAt =
    input.decision === 'approve' ? new Date(ctx.now().getTime() + policy.approvalValidHours * 3_600_000) : null
  await tx.review.createMany({
    data: counted.map(({ proposal, revision }) => ({
      proposalId: proposal.id,
      revision: revision.revision,
      userId: writing.userId,
      onBehalfOfId: writing.standsInFor(proposal.id),
      decision: input.decision,
      reason: input.reason,
      planHash: revision.planHash,
      beforeHash: revision.beforeHash,
      policyVersion: revision.policyVersion,
      expiresAt,
      createdAt: ctx.now(),
    })),
  })
  for (const outcome of ['approved', 'recorded', 'rejected', 'changes-requested'] as const) {
    const ids = counted.filter(({ decision }) => decision.outcome === outcome).map(({ proposal }) => proposal.id)
    if (ids.length === 0) continue
    await tx.proposal.updateMany({
      where: { id: { in: ids } },
      data: {
        state: toDbState(nextStates[outcome]),
        // Whoever decides has seen it: nothing is set aside any longer.
        snoozeWake: null,
        snoozedAt: null,
        snoozedBy: null,
        snoozedUntil: null,
      },
    })
  }
  const byThread = new Map<string, NewAuditEvent[]>()
  for (const member of writing.decided) {
    const { correlationId, id } = member.proposal
    const event = eventOf(member, input, writing.standsInFor(id))
    byThread.set(correlationId, [...(byThread.get(correlationId) ?? []), event])
  }
  for (const [correlationId, events] of byThread) await recordAuditEvents(tx, { ...ctx, correlationId }, events)
}

function eventOf(
  { proposal, revision, decision }: Decided,
  input: DecideMembersInput,
  onBehalfOf: string | null,
): NewAuditEvent {
  const batch = input.batchId ? { batchId: input.batchId } : {}
  const object = { objectType: 'proposal', objectId: proposal.id, objectLabel: `P-${proposal.number}` }
  if (decision.outcome === 'refused') {
    const { code, sentence } = decision
    return { action: auditActions.refused, ...object, detail: { code, sentence, ...batch } }
  }
  return {
    action: auditActions[decision.outcome],
    ...object,
    detail: {
      revision: revision.revision,
      planHash: revision.planHash,
      beforeHash: revision.beforeHash,
      policyVersion: revision.policyVersion,
      reason: input.reason,
      ...(onBehalfOf && { onBehalfOf }),
      ...('approvals' in decision && { approvals: decision.approvals, approvalsNeeded: decision.approvalsNeeded }),
      ...batch,
    },
  }
}
