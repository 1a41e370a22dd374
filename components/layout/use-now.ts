'use client'

import { useEffect, useState } from 'react'
import { useShell } from './shell-context'

const tickMs = 5_000

const ticksSince = (startMs: number) => Math.max(0, Math.floor((performance.now() - startMs) / tickMs))

/**
 * The server's clock, running on since the console was opened: ages grow while a page is shown, and going to another page does not
 * set it back. Not for anything that decides.
 */
export function useNow(): Date {
  const { nowIso, openedAtMs } = useShell()
  // Whole ticks, so that the first paint in the browser says the same as the server's.
  const [ticks, setTicks] = useState(() => ticksSince(openedAtMs))

  useEffect(() => {
    const timer = setInterval(() => setTicks(ticksSince(openedAtMs)), tickMs)
    return () => clearInterval(timer)
  }, [openedAtMs])

  return new Date(Date.parse(nowIso) + ticks * tickMs)
}
