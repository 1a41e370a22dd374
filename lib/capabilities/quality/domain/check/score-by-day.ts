export interface DayScore {
  /** UTC, 2026-11-25. */
  day: string
  /** Share of looks that held, 0 to 1; null on a day without a look that told anything. */
  share: number | null
}

const DAY_MS = 86_400_000

/** One point a UTC day from `since` to `until`, both ends included; days without looks stay gaps and are not drawn as good ones. */
export function scoreByDay(
  days: readonly { day: string; passed: number; told: number }[],
  since: Date,
  until: Date,
): DayScore[] {
  const byDay = new Map(days.map((one) => [one.day, one]))
  const first = Math.floor(since.getTime() / DAY_MS)
  const last = Math.floor(until.getTime() / DAY_MS)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const day = new Date((first + index) * DAY_MS).toISOString().slice(0, 10)
    const found = byDay.get(day)
    return { day, share: found && found.told > 0 ? found.passed / found.told : null }
  })
}
