import type { ConnectionSummary } from '@/lib/control-loop/connection/contract'
import { spellMinutes } from '@/lib/control-loop/connection/domain/derive-health'

export interface PreparedFreshness {
  /** How much of the target is used up, 0 to 100. */
  percent: number
  level: 'well' | 'late' | 'broken'
  age: string
  /** null: a paused or removed connection is held to no target. */
  target: string | null
}

/** The age of the last success against the target. Never succeeded is a word, not an age of zero. */
export function prepareFreshness(
  connection: Pick<ConnectionSummary, 'ageMinutes' | 'freshnessTargetMinutes' | 'health'>,
): PreparedFreshness {
  const { ageMinutes, freshnessTargetMinutes, health } = connection
  const age = ageMinutes === null ? 'never synced' : spellMinutes(ageMinutes)
  if (health === 'paused' || health === 'removed') return { percent: 0, level: 'well', age, target: null }
  const target = spellMinutes(freshnessTargetMinutes)
  if (ageMinutes === null) return { percent: 0, level: 'well', age, target }
  const level = ageMinutes <= freshnessTargetMinutes ? 'well' : health === 'broken' ? 'broken' : 'late'
  return { percent: Math.min(100, Math.round((ageMinutes / freshnessTargetMinutes) * 100)), level, age, target }
}
