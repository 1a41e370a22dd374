const dayMs = 24 * 3_600_000
/** Days looked back over for what is usual. */
export const usualDays = 28
/** With fewer days of history nothing is usual yet. */
const historyDaysMin = 7

/** Something that stood in a stage from one instant until another; null: it still does. */
export interface Stay {
  from: Date
  until: Date | null
}

/** This time of day on each of the last days, latest first, as far back as there is history. */
export function lastDays(now: Date, historyFrom: Date | null): Date[] {
  if (historyFrom === null) return []
  const known = Math.floor((now.getTime() - historyFrom.getTime()) / dayMs)
  return Array.from(
    { length: Math.min(usualDays, Math.max(0, known)) },
    (_, day) => new Date(now.getTime() - (day + 1) * dayMs),
  )
}

/** How many stays covered each instant. */
export function countStays(stays: readonly Stay[], instants: readonly Date[]): number[] {
  return instants.map(
    (instant) => stays.filter(({ from, until }) => from <= instant && (until === null || until > instant)).length,
  )
}

/** The median of daily values, a whole number; null while there are too few days to call anything usual. */
export function usualOf(daily: readonly number[]): number | null {
  if (daily.length < historyDaysMin) return null
  const sorted = daily.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  const low = sorted[Math.ceil(middle) - 1] ?? 0
  const high = sorted[Math.floor(middle)] ?? 0
  return Math.round((low + high) / 2)
}
