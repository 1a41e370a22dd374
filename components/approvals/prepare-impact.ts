import { formatCount } from '@/components/ui/format-count'
import { formatRowTime } from '@/components/ui/format-time'

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/
const whole = /^\d+$/

/** A measured value as it is shown: moments as a row's time, whole numbers with thousands apart, words as they are. */
export function impactValue(value: string, now: number): string {
  if (instant.test(value)) return formatRowTime(value, now)
  return whole.test(value) ? formatCount(Number(value)) : value
}
