import type { Db, Tx } from '@/lib/platform/db/client'
import { compareVerdicts } from '../domain/compare-verdicts'
import { evaluatePolicy } from '../domain/evaluate-policy'
import type { Verdict } from '../domain/verdict'
import { readPolicy } from './read-policy'

/** Why the policy in force no longer lets a plan through that an older version did; null when it does. Asked at every start and claim. */
export async function findTightening(
  from: Db | Tx,
  revision: { verdict: Verdict; policyVersion: number },
): Promise<{ version: number; sentence: string } | null> {
  const { version, policy } = await readPolicy(from)
  const { facts } = revision.verdict
  if (version === revision.policyVersion || !facts) return null
  const verdict = evaluatePolicy(facts, policy)
  if (compareVerdicts(revision.verdict, verdict) !== 'stricter') return null
  return { version, sentence: `Policy version ${version} is stricter: ${verdict.reason} It is judged again.` }
}
