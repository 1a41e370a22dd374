import type { Db, Tx } from '@/lib/platform/db/client'
import { describeFreeze, findFreeze } from '../domain/freeze-window'
import { readPolicy } from './read-policy'

/** The freeze that holds what people start, as a sentence; null when none does. */
export async function findHold(from: Db | Tx, now: Date): Promise<string | null> {
  const { policy } = await readPolicy(from)
  const freeze = findFreeze(policy.freezes, now, 'person')
  return freeze && `“${freeze.name}” holds: ${describeFreeze(freeze)}.`
}
