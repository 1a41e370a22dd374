'use client'

import { useEffect, useState } from 'react'
import { formatExact, formatStamp } from '@/components/ui/format-time'

export type UtcClockProps = { nowIso: string }

const tickMs = 5_000

/** The one place that says the zone. It runs on from the server's clock, whatever the clock of this machine says. */
export function UtcClock({ nowIso }: UtcClockProps) {
  const [elapsedMs, setElapsedMs] = useState(0)

  useEffect(() => {
    const startedAt = performance.now()
    const timer = setInterval(() => setElapsedMs(performance.now() - startedAt), tickMs)
    return () => clearInterval(timer)
  }, [])

  const now = new Date(Date.parse(nowIso) + elapsedMs)
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
