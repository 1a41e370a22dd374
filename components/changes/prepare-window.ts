import { formatClock, formatDay, formatRowTime, formatStamp } from '@/components/ui/format-time'

const isSameDay = (one: string | Date, other: string | Date) =>
  new Date(one).toISOString().slice(0, 10) === new Date(other).toISOString().slice(0, 10)

const isSameMinute = (one: string, other: string) => isSameDay(one, other) && formatClock(one) === formatClock(other)

/**
 * When a change happened, as closely as it is known: after the last look that did not show it and before the one that did. Without an
 * earlier look only the later bound is known. Today's date is left out.
 */
export function prepareWindow(notBefore: string | null, detectedAt: string, now: Date): string {
  const day = isSameDay(detectedAt, now) ? '' : `${formatDay(detectedAt, now)}, `
  if (!notBefore) return `${day}before ${formatClock(detectedAt)}`
  if (isSameMinute(notBefore, detectedAt)) return `${day}at ${formatClock(detectedAt)}`
  if (isSameDay(notBefore, detectedAt)) return `${day}between ${formatClock(notBefore)} and ${formatClock(detectedAt)}`
  return `between ${formatStamp(notBefore, now)} and ${formatStamp(detectedAt, now)}`
}

/** The same in a row's width: "06:00–06:04", "Wed 06:00–06:04"; only the later bound when the earlier is unknown or of another day. */
export function prepareShortWindow(notBefore: string | null, detectedAt: string, now: Date): string {
  const day = isSameDay(detectedAt, now) ? '' : `${formatRowTime(detectedAt, now)} `
  if (notBefore !== null && isSameMinute(notBefore, detectedAt)) return `${day}${formatClock(detectedAt)}`
  const hasBoth = notBefore !== null && isSameDay(notBefore, detectedAt)
  return `${day}${hasBoth ? `${formatClock(notBefore)}–` : 'by '}${formatClock(detectedAt)}`
}
