import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { ConflictError, ForbiddenError } from '@/lib/platform/http/app-error'
import type { SubmitReviewBody, SubmitReviewResponse } from '../contract'
import { describeDecision } from '../domain/describe-decision'
import { type Decided, decideMembers } from './decide-members'
import { excludeFromDrafting } from './exclude-from-drafting'

const states = {
  approved: 'approved',
  recorded: 'in-review',
  rejected: 'rejected',
  'changes-requested': 'proposed',
} as const

/**
 * Records a person's decision, bound to the revision and plan hash that the person saw. Only people decide: tokens, agents and processes never reach
 * past the first line. An approval starts nothing by itself; applying is a second decision. A refusal leaves its own audit event. A rejection may say
 * what is not proposed again.
 */
export async function submitReview(
  ctx: ServiceContext,
  input: SubmitReviewBody & { proposalId: string },
): Promise<SubmitReviewResponse> {
  const { proposalId, revision, planHash, decision } = input
  const decided = await transact(async (tx) => {
    const [only] = await decideMembers(tx, ctx, {
      decision,
      reason: input.reason ?? null,
      members: [{ proposalId, revision, planHash }],
    })
    if (only?.decision.outcome === 'rejected' && input.notAgain) {
      await excludeFromDrafting(tx, ctx, only, {
        pattern: null,
        days: null,
        ...input.notAgain,
        reason: input.reason ?? '',
      })
    }
    return only
  })
  if (!decided) throw new ConflictError('Nothing was decided.')
  return answerOf(decided)
}

function answerOf({ decision, revision }: Decided): SubmitReviewResponse {
  if (decision.outcome === 'refused') {
    const { code, sentence } = decision
    if (code === 'own-proposal' || code === 'missing-right') throw new ForbiddenError(sentence, { code }, code)
    throw new ConflictError(sentence, { code }, code)
  }
  return {
    state: states[decision.outcome],
    approvals: 'approvals' in decision ? decision.approvals : 0,
    approvalsNeeded: Math.max(1, revision.verdict.approvalsNeeded),
    sentence: describeDecision(decision),
  }
}
