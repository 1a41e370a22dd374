'use client'

import { useEffect, useState } from 'react'

/** The time, moving on every few seconds, for ages such as "read 8 s ago". Not for anything that decides. */
export function useNow(everyMs = 5_000): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
