import type { Proposal } from '@/generated/prisma/client'
import { db } from '@/lib/platform/db/client'
import type { Verdict } from '../domain/verdict'
import { explainAutomatic } from './explain-automatic'
import { findHold } from './find-hold'

export interface Hold {
  gate: 'freeze' | 'automatic'
  passed: boolean
  sentence: string
  clearedBy: string | null
}

/** What beside its verdict holds a proposal that waits: a freeze that holds people too, and why policy does not go on by itself. */
export async function listHolds(
  proposal: Pick<Proposal, 'state' | 'createdAt'>,
  revision: { verdict: Verdict; policyVersion: number },
  now: Date,
): Promise<Hold[]> {
  if (proposal.state !== 'in_review' && proposal.state !== 'approved') return []
  const [hold, automatic] = await Promise.all([findHold(db, now), explainAutomatic(proposal, revision, now)])
  return [
    ...(hold
      ? [
          {
            gate: 'freeze' as const,
            passed: false,
            sentence: hold,
            clearedBy: 'Approve it now; apply it when the window is over.',
          },
        ]
      : []),
    // Not a red gate: a person may decide it all the same.
    ...(automatic ? [{ gate: 'automatic' as const, passed: true, sentence: automatic, clearedBy: null }] : []),
  ]
}
