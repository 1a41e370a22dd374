'use client'

import { useCallback, useState } from 'react'

/** True once the end of the marked block was on the screen. Gives the ref for a mark at the end of that block. */
export function useSeen(): { isSeen: boolean; markRef: (mark: Element | null) => (() => void) | undefined } {
  const [isSeen, setSeen] = useState(false)
  const markRef = useCallback((mark: Element | null) => {
    if (!mark) return
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return
      setSeen(true)
      observer.disconnect()
    })
    observer.observe(mark)
    return () => observer.disconnect()
  }, [])
  return { isSeen, markRef }
}
