'use client'

import { formatExact, formatStamp } from '@/components/ui/format-time'
import { useNow } from './use-now'

/** The one place that says the zone. It runs on from the server's clock, whatever the clock of this machine says. */
export function UtcClock() {
  const now = useNow()
  return (
    <time
      dateTime={now.toISOString()}
      title={formatExact(now)}
      className="hidden text-xs whitespace-nowrap text-ink-2 lg:inline"
    >
      {formatStamp(now, now)} UTC
    </time>
  )
}
