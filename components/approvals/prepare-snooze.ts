import type { ProposalSummary } from '@/lib/control-loop/proposal/contract'

const dayMs = 86_400_000
const morningHourUtc = 8

export interface SnoozeChoice {
  id: string
  label: string
  wake: 'time' | 'sync' | 'change'
  /** null: not a time. */
  until: string | null
}

/** What a proposal may be set aside until: an hour, tomorrow morning, next Monday morning (UTC), the next sync, or a change. */
export function snoozeChoices(now: number): SnoozeChoice[] {
  const morning = (days: number) => {
    const at = new Date(Math.floor(now / dayMs) * dayMs + days * dayMs)
    at.setUTCHours(morningHourUtc)
    return at.toISOString()
  }
  const weekday = new Date(now).getUTCDay()
  return [
    { id: 'hour', label: 'In an hour', wake: 'time', until: new Date(now + 3_600_000).toISOString() },
    { id: 'tomorrow', label: 'Tomorrow, 08:00 UTC', wake: 'time', until: morning(1) },
    { id: 'monday', label: 'Monday, 08:00 UTC', wake: 'time', until: morning((8 - weekday) % 7 || 7) },
    { id: 'sync', label: 'After the next sync', wake: 'sync', until: null },
    { id: 'change', label: 'When something changes', wake: 'change', until: null },
  ]
}

/** “Snoozed by Ada until the next sync ends.” */
export function snoozeSentence(snooze: NonNullable<ProposalSummary['snooze']>, stamp: (at: string) => string): string {
  const until = {
    time: snooze.until ? `until ${stamp(snooze.until)}` : 'for a while',
    sync: 'until the next sync ends',
    change: 'until something changes',
  }[snooze.wake]
  return `Snoozed by ${snooze.by} ${until}. Its time keeps running.`
}
