import { formatClock, formatRowTime, type Instant } from '@/components/ui/format-time'

const dayMs = 24 * 3_600_000

/** The clock within a day either way, across midnight too, where it is unambiguous; else the shortest day that is. */
export function formatNearTime(at: Instant, now: Instant): string {
  const distanceMs = Math.abs(new Date(at).getTime() - new Date(now).getTime())
  return distanceMs < dayMs ? formatClock(at) : formatRowTime(at, now)
}
