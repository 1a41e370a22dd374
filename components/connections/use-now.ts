'use client'

import { useEffect, useState } from 'react'
import { useShell } from '@/components/layout/shell-context'

const tickMs = 20_000

/** The server's clock, running on: ages on the page grow while it is open, and the first paint agrees with the server's. */
export function useNow(): Date {
  const { nowIso } = useShell()
  const [elapsedMs, setElapsedMs] = useState(0)

  useEffect(() => {
    const startedAt = performance.now()
    const timer = setInterval(() => setElapsedMs(performance.now() - startedAt), tickMs)
    return () => clearInterval(timer)
  }, [])

  return new Date(Date.parse(nowIso) + elapsedMs)
}
