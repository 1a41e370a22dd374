'use client'

import { useEffect, useState } from 'react'
import { useShell } from '@/components/layout/shell-context'

/** The server's clock running on, for ages such as "read 8 s ago": both sides of hydration write the same words. Never for anything that decides. */
export function useNow(everyMs = 5_000): number {
  const { nowIso } = useShell()
  const [elapsedMs, setElapsedMs] = useState(0)
  useEffect(() => {
    const startedAt = performance.now()
    const timer = setInterval(() => setElapsedMs(performance.now() - startedAt), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return Date.parse(nowIso) + elapsedMs
}
