import { formatCount } from '@/components/ui/format-count'
import { formatClock, formatStamp } from '@/components/ui/format-time'

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/
const whole = /^\d+$/

/** A measured value as it is shown: moments as a clock time, with the day when it is another one, whole numbers with thousands apart, words as they are. */
export function impactValue(value: string, now: number): string {
  if (instant.test(value)) return isSameDay(value, now) ? formatClock(value) : formatStamp(value, now)
  return whole.test(value) ? formatCount(Number(value)) : value
}

function isSameDay(at: string, now: number): boolean {
  return at.slice(0, 10) === new Date(now).toISOString().slice(0, 10)
}
