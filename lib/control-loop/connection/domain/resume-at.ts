export interface ScheduleFacts {
  paused: boolean
  setupState: string
  syncState: string
  scheduleKind: string
  rescheduledFor: Date | null
}

/**
 * When somebody must start a sync that asked to come later; null when nobody must. On a schedule of its own the service does it; a
 * connection started by hand only would wait for ever.
 */
export function resumeAt(facts: ScheduleFacts): Date | null {
  const waitsForUs = facts.syncState === 'rescheduled' && facts.scheduleKind === 'manual' && !facts.paused
  return waitsForUs && facts.setupState === 'connected' ? facts.rescheduledFor : null
}
