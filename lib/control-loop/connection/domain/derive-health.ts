/** What health is derived from; instants and states as last observed. */
export interface HealthFacts {
  paused: boolean
  setupState: string
  syncState: string
  isDelayed: boolean
  isHistoricalSync: boolean
  succeededAt: Date | null
  failedAt: Date | null
  rescheduledFor: Date | null
  tasks: readonly { code: string; message: string }[]
  syncFrequencyMinutes: number | null
  scheduleKind: string
  freshnessTargetMinutes: number
  removed: boolean
  /** Number of the run that is being applied to it, e.g. 931. */
  applyingRun: number | null
}

export interface DerivedHealth {
  health:
    | 'broken'
    | 'late'
    | 'rescheduled'
    | 'applying'
    | 'syncing'
    | 'paused'
    | 'on-schedule'
    | 'incomplete'
    | 'removed'
  /** In words for people; null when all is well. */
  detail: string | null
  ageMinutes: number | null
  nextSyncAt: Date | null
}

/** Worst first: the order of lists. */
export const healthOrder: readonly DerivedHealth['health'][] = [
  'broken',
  'late',
  'incomplete',
  'rescheduled',
  'applying',
  'syncing',
  'on-schedule',
  'paused',
  'removed',
]
export const needsAttention: ReadonlySet<DerivedHealth['health']> = new Set([
  'broken',
  'late',
  'incomplete',
  'rescheduled',
])

const minutesBetween = (from: Date, to: Date) => Math.max(0, Math.floor((to.getTime() - from.getTime()) / 60_000))

/** `2 h 10 min`, `45 min`, `1 d 3 h`. */
export function spellMinutes(minutes: number): string {
  if (minutes < 60) return `${minutes} min`
  if (minutes < 1440)
    return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
  const hours = Math.floor((minutes % 1440) / 60)
  return `${Math.floor(minutes / 1440)} d${hours > 0 ? ` ${hours} h` : ''}`
}

/**
 * Derives one word for how a connection is. Lateness is age of the last success against the target, not a `syncing` edge: short and
 * failed syncs never show one.
 */
export function deriveHealth(facts: HealthFacts, now: Date): DerivedHealth {
  const ageMinutes = facts.succeededAt ? minutesBetween(facts.succeededAt, now) : null
  const nextSyncAt =
    facts.paused || facts.scheduleKind !== 'auto' || facts.syncFrequencyMinutes === null || facts.succeededAt === null
      ? facts.rescheduledFor
      : new Date(facts.succeededAt.getTime() + facts.syncFrequencyMinutes * 60_000)
  const as = (health: DerivedHealth['health'], detail: string | null) => ({ health, detail, ageMinutes, nextSyncAt })

  if (facts.removed) return as('removed', 'It is no longer in the Fivetran account.')
  const [task] = facts.tasks
  if (facts.setupState === 'broken') return as('broken', task?.message ?? 'Reconnect it in Fivetran.')
  if (facts.setupState === 'incomplete') return as('incomplete', 'Its set-up was never finished in Fivetran.')
  if (facts.applyingRun !== null) return as('applying', `R-${facts.applyingRun} is changing it.`)
  if (facts.paused) return as('paused', null)
  if (facts.syncState === 'rescheduled') {
    return as('rescheduled', facts.scheduleKind === 'manual' ? 'Headgate will start it.' : 'The source asked to wait.')
  }
  if (ageMinutes !== null && ageMinutes > facts.freshnessTargetMinutes) {
    const over = spellMinutes(ageMinutes - facts.freshnessTargetMinutes)
    const failed = facts.failedAt && facts.succeededAt && facts.failedAt > facts.succeededAt
    return as('late', failed ? `Late by ${over}; the last sync failed.` : `Late by ${over}.`)
  }
  if (facts.syncState === 'syncing') return as('syncing', facts.isHistoricalSync ? 'First full sync.' : null)
  return as('on-schedule', null)
}
