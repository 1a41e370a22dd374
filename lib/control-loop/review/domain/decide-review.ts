import type { Verdict } from '@/lib/control-loop/policy/domain/verdict'
import type { ProposalState } from '@/lib/control-loop/stages'

export interface ReviewInput {
  decision: 'approve' | 'reject' | 'request-changes'
  /** What the person saw. */
  revision: number
  planHash: string
  actor: { userId: string; role: Verdict['roles'][number]; mayReview: boolean }
  now: Date
}
export interface ReviewedProposal {
  state: ProposalState
  revision: number
  planHash: string
  verdict: Verdict
  /** Author, and every person who edited any revision or asked for a draft. */
  writers: readonly string[]
  /** Approvals of this very revision and hash that still count. */
  approvals: readonly { userId: string; expiresAt: Date | null }[]
}

export type ReviewDecision =
  | { outcome: 'approved'; approvals: number; approvalsNeeded: number }
  | { outcome: 'recorded'; approvals: number; approvalsNeeded: number }
  | { outcome: 'rejected' }
  | { outcome: 'changes-requested' }
  | { outcome: 'refused'; code: ReviewRefusal; sentence: string }

export type ReviewRefusal =
  | 'not-open'
  | 'another-revision'
  | 'another-plan'
  | 'own-proposal'
  | 'missing-right'
  | 'already-decided'
  | 'blocked'

function refuse(code: ReviewRefusal, sentence: string): ReviewDecision {
  return { outcome: 'refused', code, sentence }
}

/**
 * Decides what a person's review does. Pure: the same proposal, reviews, person and moment always give the same answer.
 * Four eyes come before rights, so that an author learns the reason that will not change with a role.
 */
export function decideReview(proposal: ReviewedProposal, input: ReviewInput): ReviewDecision {
  const { actor, decision } = input
  if (decision === 'approve' && proposal.writers.includes(actor.userId)) {
    return refuse('own-proposal', 'You wrote or edited this proposal. Somebody else approves it.')
  }
  if (!actor.mayReview || (decision === 'approve' && !proposal.verdict.roles.includes(actor.role))) {
    return refuse('missing-right', 'Only stewards and admins decide proposals.')
  }
  if (proposal.state !== 'in-review' && !(proposal.state === 'stale' && decision === 'reject')) {
    const words = proposal.state.replace('-', ' ')
    return refuse('not-open', `This proposal is ${words}; there is nothing to decide now.`)
  }
  if (input.revision !== proposal.revision) {
    return refuse(
      'another-revision',
      `Revision ${proposal.revision} is the current one; you decided on ${input.revision}.`,
    )
  }
  if (input.planHash !== proposal.planHash) {
    return refuse('another-plan', 'The plan changed since you opened it. Read it again.')
  }
  if (decision === 'reject') return { outcome: 'rejected' }
  if (decision === 'request-changes') return { outcome: 'changes-requested' }
  if (proposal.verdict.decision === 'block') return refuse('blocked', proposal.verdict.reason)
  const counted = proposal.approvals.filter(({ expiresAt }) => expiresAt === null || expiresAt > input.now)
  if (counted.some(({ userId }) => userId === actor.userId)) {
    return refuse('already-decided', 'You approved this revision already.')
  }
  const approvals = counted.length + 1
  const approvalsNeeded = Math.max(1, proposal.verdict.approvalsNeeded)
  return { outcome: approvals >= approvalsNeeded ? 'approved' : 'recorded', approvals, approvalsNeeded }
}
