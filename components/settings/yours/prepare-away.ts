const dayMs = 86_400_000
const datePattern = /^\d{4}-\d{2}-\d{2}$/

export interface AwayDraft {
  delegateId: string | null
  /** Calendar days, UTC; the last one is included. */
  firstDay: string
  lastDay: string
}

/** Tomorrow, for a week. */
export function startAway(now: number): AwayDraft {
  const day = (ahead: number) => new Date(now + ahead * dayMs).toISOString().slice(0, 10)
  return { delegateId: null, firstDay: day(1), lastDay: day(7) }
}

/** The instants of whole UTC days; null while a day is not one, or the last is before the first. */
export function toAbsence(draft: AwayDraft): { delegateId: string; startsAt: string; endsAt: string } | null {
  const { delegateId, firstDay, lastDay } = draft
  if (delegateId === null || !datePattern.test(firstDay) || !datePattern.test(lastDay)) return null
  const from = Date.parse(`${firstDay}T00:00:00Z`)
  const until = Date.parse(`${lastDay}T00:00:00Z`) + dayMs
  if (Number.isNaN(from) || Number.isNaN(until) || until <= from) return null
  return { delegateId, startsAt: new Date(from).toISOString(), endsAt: new Date(until).toISOString() }
}

/** “26 Nov to 2 Dec”: the days of an absence, its end being the first instant after it. */
export function daysOf(absence: { startsAt: string; endsAt: string }): string {
  const day = (at: number) =>
    new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(at)
  const first = day(Date.parse(absence.startsAt))
  const last = day(Date.parse(absence.endsAt) - 1)
  return first === last ? first : `${first} to ${last}`
}
