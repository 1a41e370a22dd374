const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const clockSeconds = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})
const weekday = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short' })
const dayMonth = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' })
const dayMonthYear = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})
/** Anything a query may hand over. */
export type Instant = string | number | Date

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** "10:42", UTC. */
export function formatClock(at: Instant): string {
  return clock.format(new Date(at))
}

/** "10:42:03", UTC. */
export function formatClockSeconds(at: Instant): string {
  return clockSeconds.format(new Date(at))
}

/** "Thu 12 Nov", with the year once it is another one than `now`'s. */
export function formatDay(at: Instant, now: Instant): string {
  const date = new Date(at)
  const isSameYear = date.getUTCFullYear() === new Date(now).getUTCFullYear()
  return `${weekday.format(date)} ${(isSameYear ? dayMonth : dayMonthYear).format(date)}`
}

/** "Thu 12 Nov, 10:42": a full stamp without the zone, which the top bar says once. */
export function formatStamp(at: Instant, now: Instant): string {
  return `${formatDay(at, now)}, ${formatClock(at)}`
}

/** "Thu 12 Nov 2026, 10:42:03 UTC": for tooltips and records. */
export function formatExact(at: Instant): string {
  const date = new Date(at)
  return `${weekday.format(date)} ${dayMonthYear.format(date)}, ${clockSeconds.format(date)} UTC`
}

/** The shortest unambiguous time for a row: the clock today, the weekday within a week, else the date. */
export function formatRowTime(at: Instant, now: Instant): string {
  const date = new Date(at)
  const today = new Date(now)
  if (Math.floor(date.getTime() / dayMs) === Math.floor(today.getTime() / dayMs)) return formatClock(date)
  if (Math.abs(date.getTime() - today.getTime()) < 6 * dayMs) return weekday.format(date)
  return (date.getUTCFullYear() === today.getUTCFullYear() ? dayMonth : dayMonthYear).format(date)
}

/** A span in, its one or two largest units out: "8 s", "12 min", "2 h 10 min", "1 d 3 h". Negative spans count as zero. */
export function formatSpan(spanMs: number): string {
  const span = Math.max(0, spanMs)
  if (span < minuteMs) return `${Math.floor(span / 1000)} s`
  if (span < hourMs) return `${Math.floor(span / minuteMs)} min`
  if (span < dayMs) return pair(span, hourMs, ' h', minuteMs, ' min')
  return pair(span, dayMs, ' d', hourMs, ' h')
}

function pair(span: number, bigMs: number, big: string, smallMs: number, small: string): string {
  const whole = Math.floor(span / bigMs)
  const rest = Math.floor((span - whole * bigMs) / smallMs)
  return rest === 0 ? `${whole}${big}` : `${whole}${big} ${rest}${small}`
}

/** "8 s ago", "in 38 s", "just now" within a second; from a week on the date says more than the distance. */
export function formatDistance(at: Instant, now: Instant): string {
  const distance = new Date(now).getTime() - new Date(at).getTime()
  if (Math.abs(distance) < 1000) return 'just now'
  if (Math.abs(distance) >= 7 * dayMs) return formatDay(at, now)
  return distance > 0 ? `${largest(distance)} ago` : `in ${largest(-distance)}`
}

/** Far away, the second unit is noise: "3 h ago", not "3 h 4 min ago". */
function largest(spanMs: number): string {
  const words = formatSpan(spanMs).split(' ')
  return words.slice(0, 2).join(' ')
}
