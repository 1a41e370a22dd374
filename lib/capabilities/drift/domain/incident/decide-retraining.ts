/** When drift of what a model reads calls for training it again. */
export interface RetrainingPolicy {
  /** Score of a finding from which it counts; 1 is any finding. */
  scoreMin: number
  /** Distinct columns that must have such a finding. */
  columnsMin: number
  /** At least so long between two triggers. */
  coolDownMs: number
}

export interface PastTrigger {
  incidentId: string
  atMs: number
  /** Trained, and its promotion neither decided for nor against. */
  isOpen: boolean
}

export type RetrainingDecision =
  | { outcome: 'trigger'; key: string; why: string }
  | { outcome: 'hold'; why: 'below-policy' | 'already-triggered' | 'open' | 'cooling-down' }

/**
 * Whether an incident triggers retraining. Once an incident, whatever is found later in it; never while the last one waits for its promotion to be
 * decided; not again within the cool-down. The key is the same whenever the same incident triggers, so that a repeated call does nothing.
 */
export function decideRetraining(
  incident: { incidentId: string; columns: readonly { name: string; score: number }[] },
  policy: RetrainingPolicy,
  past: readonly PastTrigger[],
  nowMs: number,
): RetrainingDecision {
  const over = new Set(incident.columns.filter(({ score }) => score >= policy.scoreMin).map(({ name }) => name))
  if (over.size < policy.columnsMin) return { outcome: 'hold', why: 'below-policy' }
  if (past.some(({ incidentId }) => incidentId === incident.incidentId))
    return { outcome: 'hold', why: 'already-triggered' }
  if (past.some(({ isOpen }) => isOpen)) return { outcome: 'hold', why: 'open' }
  if (past.some(({ atMs }) => nowMs - atMs < policy.coolDownMs)) return { outcome: 'hold', why: 'cooling-down' }
  const names = [...over].sort()
  return {
    outcome: 'trigger',
    key: `retrain:${incident.incidentId}`,
    why: `${names.length} of the columns it reads drifted: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ' …' : ''}`,
  }
}
