import { formatCount } from '@/components/ui/format-count'
import { formatDay } from '@/components/ui/format-time'

export type DayOfChanges = { day: string; breaking: number; dangerous: number; safe: number }

export type ChangesByDay = {
  bars: (DayOfChanges & { label: string; total: number })[]
  total: number
  /** Top of the axis: at least four, so that one change does not fill the chart. */
  top: number
  summary: string
}

const topLeast = 4

/** Days in, bars with labels and one sentence about them out. Nothing is left out: a day without a change is a day that was watched. */
export function prepareChangesPerDay(days: readonly DayOfChanges[]): ChangesByDay {
  const latest = `${days.at(-1)?.day ?? '1970-01-01'}T00:00:00Z`
  const bars = days.map((day) => ({
    ...day,
    label: formatDay(`${day.day}T00:00:00Z`, latest),
    total: day.breaking + day.dangerous + day.safe,
  }))
  const total = bars.reduce((sum, bar) => sum + bar.total, 0)
  const breaking = bars.reduce((sum, bar) => sum + bar.breaking, 0)
  const busiest = bars.reduce<(typeof bars)[number] | null>(
    (most, bar) => (bar.total > (most?.total ?? 0) ? bar : most),
    null,
  )
  return {
    bars,
    total,
    top: Math.max(topLeast, busiest?.total ?? 0),
    summary: busiest
      ? `${formatCount(total)} changes in ${days.length} days, ${formatCount(breaking)} of them breaking; most on ${busiest.label}: ${formatCount(busiest.total)}.`
      : `No change in ${days.length === 1 ? 'one day' : `${days.length} days`}.`,
  }
}
