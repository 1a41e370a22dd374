import type { Proposal } from '@/generated/prisma/client'
import type { Verdict } from '../domain/verdict'
import { findStop } from './find-stop'
import { judgeAutomatic } from './judge-automatic'
import { readPolicy } from './read-policy'

/** Why something that policy allows still waits, in a sentence; null when policy does not allow it or nothing holds it. */
export async function explainAutomatic(
  proposal: Pick<Proposal, 'state' | 'createdAt'>,
  revision: { verdict: Verdict; policyVersion: number },
  now: Date,
): Promise<string | null> {
  const { facts, decision } = revision.verdict
  if (proposal.state !== 'in_review' || decision !== 'allow' || !facts) return null
  const { version, policy } = await readPolicy()
  if (version !== revision.policyVersion) return 'The policy changed meanwhile; it is judged again.'
  const stop = await findStop()
  const judged = await judgeAutomatic({ facts, draftedAt: proposal.createdAt, now, policy, stop })
  return judged.outcome === 'held' ? judged.sentence : null
}
