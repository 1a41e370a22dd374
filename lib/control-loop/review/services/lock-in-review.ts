import type { Proposal } from '@/generated/prisma/client'
import type { Tx } from '@/lib/platform/db/client'
import { ConflictError, NotFoundError } from '@/lib/platform/http/app-error'

/** Locks a proposal that waits for a decision; refuses one that does not. */
export async function lockInReview(tx: Tx, proposalId: string): Promise<Proposal> {
  await tx.$queryRaw`SELECT id FROM proposal WHERE id = ${proposalId}::uuid FOR UPDATE`
  const proposal = await tx.proposal.findUnique({ where: { id: proposalId } })
  if (!proposal) throw new NotFoundError('There is no such proposal.')
  if (proposal.state === 'in_review') return proposal
  throw new ConflictError(
    `P-${proposal.number} is ${proposal.state.replace('_', ' ')}; there is nothing to decide now.`,
    { state: proposal.state },
    'not-open',
  )
}
