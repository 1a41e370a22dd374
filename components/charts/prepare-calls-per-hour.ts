import { formatCount } from '@/components/ui/format-count'
import { formatClock } from '@/components/ui/format-time'

export type HourOfCalls = { hourIso: string; calls: number }

export type CallsPerHour = {
  /** 24 hours, oldest first; null where no worker reported. */
  bars: { hourIso: string; label: string; calls: number | null }[]
  /** Top of the axis, and whether the limit is near enough to be drawn. */
  top: number
  isLimitShown: boolean
  summary: string
}

const hourMs = 3_600_000
const hours = 24

/**
 * Calls counted by hour in, the last 24 hours out. A missing hour is a gap and not zero. The limit is drawn only from a third of
 * it on: before that it would flatten the bars and say nothing.
 */
export function prepareCallsPerHour(
  counted: readonly HourOfCalls[],
  limitPerHour: number,
  nowIso: string,
): CallsPerHour {
  const byHour = new Map(counted.map(({ hourIso, calls }) => [Math.floor(Date.parse(hourIso) / hourMs), calls]))
  const lastHour = Math.floor(Date.parse(nowIso) / hourMs)
  const bars = Array.from({ length: hours }, (_, index) => {
    const hour = lastHour - (hours - 1) + index
    const at = new Date(hour * hourMs)
    return { hourIso: at.toISOString(), label: formatClock(at), calls: byHour.get(hour) ?? null }
  })
  const known = bars.filter((bar) => bar.calls !== null)
  const busiest = known.reduce<(typeof known)[number] | null>(
    (most, bar) => ((bar.calls ?? 0) > (most?.calls ?? -1) ? bar : most),
    null,
  )
  const most = busiest?.calls ?? 0
  const isLimitShown = most * 3 >= limitPerHour
  return {
    bars,
    top: isLimitShown ? Math.max(limitPerHour, most) : Math.max(10, most),
    isLimitShown,
    summary: busiest
      ? `Fivetran calls in 24 hours: busiest at ${busiest.label} with ${formatCount(most)} of ${formatCount(limitPerHour)}; now ${formatCount(bars.at(-1)?.calls ?? 0)}.`
      : 'No call to Fivetran in 24 hours.',
  }
}
