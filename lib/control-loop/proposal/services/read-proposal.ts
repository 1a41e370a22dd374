import { changeSchema } from '@/lib/control-loop/diff/domain/change'
import { describeChange } from '@/lib/control-loop/diff/domain/describe-change'
import { type FoundTurn, findTurns, readSurroundings } from '@/lib/control-loop/review/services/find-turns'
import { can } from '@/lib/platform/auth/roles-and-permissions'
import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'
import type { ProposalDetail } from '../contract'
import { findCreate } from '../domain/action'
import { summariseDraft } from '../domain/summarise-draft'
import { checkLive } from './check-live'
import { listFields } from './list-fields'
import { readThread } from './read-thread'
import { readTrackRecord } from './read-track-record'
import {
  countedApprovals,
  currentRevision,
  draftedActions,
  objectPath,
  type ProposalWithParts,
  summariseProposal,
  summaryInclude,
  writersOf,
} from './summarise-proposal'

const editable: readonly string[] = ['proposed', 'in_review', 'approved', 'stale', 'failed']

/** One proposal as the person asking may see and decide it: what, before and after, evidence, impact, way back, gates, thread. */
export async function readProposal(ctx: ServiceContext, proposalId: string): Promise<ProposalDetail> {
  const proposal = await db.proposal.findUnique({
    where: { id: proposalId },
    include: { ...summaryInclude, runs: { orderBy: { number: 'desc' } } },
  })
  if (!proposal) throw new NotFoundError('There is no such proposal.')
  const summary = summariseProposal(proposal, ctx.actor, ctx.now())
  const revision = currentRevision(proposal)
  const live = await checkLive(proposal, revision, ctx.now())
  const turn = (await findTurns(db, ctx.now(), [proposal.id])).get(proposal.id) ?? null
  const people = await db.user.findMany({
    where: { id: { in: namedIn(proposal, turn) } },
    select: { id: true, name: true },
  })
  const nameOf = (userId: string) => people.find(({ id }) => id === userId)?.name ?? 'somebody'
  const counted = new Set(countedApprovals(proposal, revision.planHash, ctx.now()).map(({ id }) => id))
  const changes = await db.change.findMany({ where: { proposals: { some: { proposalId } } } })
  const decideRefusal = refusalToDecide(ctx, summary.canDecide, proposal.state, writersOf(proposal), revision.verdict)
  const mayApply = can(ctx.actor.role, 'applies.start')
  return {
    ...summary,
    title: `${summary.verb} ${summary.path}`.trim(),
    summary: summariseDraft(revision.actions),
    rationale: revision.rationale,
    actions: revision.actions,
    feasibility: revision.feasibility,
    plan: revision.plan,
    fields: listFields(revision, live.tree),
    beforeState: revision.before,
    beforeReadAt: live.readAt.toISOString(),
    beforeHash: revision.beforeHash,
    planHash: revision.planHash,
    policyVersion: revision.policyVersion,
    evidence: revision.evidence,
    drafters: revision.drafters,
    drafting: revision.drafting,
    trackRecord: await readTrackRecord(proposal, draftedActions(proposal), ctx.now()),
    verdict: revision.verdict,
    riskReasons: revision.riskReasons,
    wayBack: revision.wayBack,
    impact: [...revision.impact, ...live.impact],
    gates: live.gates,
    takesEffect: live.takesEffect,
    difference: live.difference,
    thread: await readThread(proposal),
    reviews: proposal.reviews.map((review) => ({
      at: review.createdAt.toISOString(),
      person: { id: review.userId, name: nameOf(review.userId) },
      decision: review.decision as 'approve' | 'reject' | 'request-changes',
      reason: review.reason,
      revision: review.revision,
      counts: counted.has(review.id),
      onBehalfOf: review.onBehalfOfId ? { id: review.onBehalfOfId, name: nameOf(review.onBehalfOfId) } : null,
      voidReason: review.voidReason,
    })),
    editors: [...writersOf(proposal)].map((id) => ({ id, name: nameOf(id) })),
    turn: proposal.state === 'in_review' && turn ? await presentTurn(ctx, turn, revision.verdict.roles, nameOf) : null,
    changes: changes.map((row) => ({
      id: row.id,
      path: [row.schema, row.table, row.column].filter((part) => part !== null).join('.'),
      sentence: describeChange(changeSchema.parse(row.details)).sentence,
      severity: row.severity,
    })),
    runs: proposal.runs.map((run) => ({
      id: run.id,
      number: run.number,
      state: run.state,
      createdAt: run.createdAt.toISOString(),
    })),
    snapshot: live.snapshot,
    correlationId: proposal.correlationId,
    can: {
      decide: summary.canDecide,
      decideRefusal,
      // A connection that is to be created is edited where it is mapped, and staged anew.
      edit:
        can(ctx.actor.role, 'proposals.write') &&
        editable.includes(proposal.state) &&
        findCreate(revision.actions) === null,
      apply: mayApply && proposal.state === 'approved',
      applyRefusal:
        proposal.state !== 'approved'
          ? 'Only an approved proposal is applied.'
          : mayApply
            ? null
            : 'Engineers, stewards and admins apply.',
    },
    path: summary.path || objectPath(proposal),
  }
}

function namedIn(proposal: ProposalWithParts, turn: FoundTurn | null): string[] {
  const decided = proposal.reviews.flatMap(({ userId, onBehalfOfId }) => [userId, onBehalfOfId])
  const handed = [turn?.delegation?.fromId, turn?.delegation?.toId, ...(turn?.standsInFor.values() ?? [])]
  return [...writersOf(proposal), ...decided, ...handed].filter((id) => typeof id === 'string')
}

async function presentTurn(
  ctx: ServiceContext,
  turn: FoundTurn,
  roles: readonly string[],
  nameOf: (id: string) => string,
): Promise<ProposalDetail['turn']> {
  const { reviewers, absences } = await readSurroundings(db, ctx.now())
  const { delegation } = turn
  const person = (id: string) => ({ id, name: nameOf(id) })
  const standsInFor = turn.standsInFor.get(ctx.actor.userId ?? '')
  const mayGet = ({ id, role }: (typeof reviewers)[number]) =>
    id !== ctx.actor.userId && roles.includes(role) && !turn.writers.includes(id) && !absences.has(id)
  return {
    rule: turn.rule,
    people: turn.people.map(({ id, name }) => ({ id, name })),
    sentence: turn.sentence,
    delegation: delegation && { from: person(delegation.fromId), to: person(delegation.toId) },
    standsInFor: standsInFor === undefined ? null : person(standsInFor),
    candidates: can(ctx.actor.role, 'reviews.write')
      ? reviewers.filter(mayGet).map(({ id, name }) => ({ id, name }))
      : [],
  }
}

function refusalToDecide(
  ctx: ServiceContext,
  canDecide: boolean,
  state: string,
  writers: ReadonlySet<string>,
  verdict: ProposalDetail['verdict'],
): string | null {
  if (canDecide) return null
  if (state !== 'in_review') return `It is ${state.replace('_', ' ')}: there is nothing to decide now.`
  if (ctx.actor.userId && writers.has(ctx.actor.userId))
    return 'You wrote or edited this proposal. Somebody else approves it.'
  if (!can(ctx.actor.role, 'reviews.write')) return 'Only stewards and admins decide proposals.'
  if (verdict.decision === 'block') return verdict.reason
  return 'You approved this revision already.'
}
