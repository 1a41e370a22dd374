import type { Verdict } from '@/lib/control-loop/policy/domain/verdict'
import { findTurns } from '@/lib/control-loop/review/services/find-turns'
import type { Tx } from '@/lib/platform/db/client'

/**
 * How many approvals of exactly this revision and plan count right now. Counted again at every claim: a person who was disabled or
 * demoted meanwhile, anybody who had a hand in it, an expired or a voided approval does not count.
 */
export async function countApprovals(
  tx: Tx,
  input: { proposalId: string; revision: number; planHash: string; verdict: Verdict; now: Date },
): Promise<number> {
  const turn = (await findTurns(tx, input.now, [input.proposalId])).get(input.proposalId)
  const writers = new Set(turn?.writers)
  const approvals = await tx.review.findMany({
    where: {
      proposalId: input.proposalId,
      revision: input.revision,
      planHash: input.planHash,
      decision: 'approve',
      voidedAt: null,
    },
    include: { user: true },
  })
  const people = new Set(
    approvals
      .filter(
        ({ user }) => user.disabledAt === null && input.verdict.roles.includes(user.role) && !writers.has(user.id),
      )
      // An approval that a run already used was in time then; a resumed run may go on after its expiry.
      .filter(({ usedAt, expiresAt }) => usedAt !== null || expiresAt === null || expiresAt > input.now)
      .map(({ userId }) => userId),
  )
  return people.size
}
