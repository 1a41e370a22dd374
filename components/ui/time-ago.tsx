import { formatDistance, formatExact, formatRowTime, formatStamp, type Instant } from './format-time'

export type TimeAgoProps = {
  at: Instant
  /** The server's clock, so that both sides of hydration write the same words. */
  now: Instant
  /** `distance` "8 s ago" · `row` "10:42", "Wed" · `stamp` "Thu 12 Nov, 10:42". */
  look?: 'distance' | 'row' | 'stamp'
}

const formats = { distance: formatDistance, row: formatRowTime, stamp: formatStamp } as const

/** A moment in words, exact to readers and in its tooltip. */
export function TimeAgo({ at, now, look = 'distance' }: TimeAgoProps) {
  return (
    <time dateTime={new Date(at).toISOString()} title={formatExact(at)} className="whitespace-nowrap">
      {formats[look](at, now)}
    </time>
  )
}
