'use client'

import { useEffect, useRef } from 'react'

export type LetterKeys = Record<string, (() => void) | null>

const typingPlaces = 'input, textarea, select, [contenteditable="true"], [role="menu"], [role="listbox"]'
const openLayers = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'

/**
 * Binds single letters while the component is mounted. They never fire in a field, with a modifier, while a key repeats, or while a dialog, sheet or
 * menu is open. A null handler leaves the letter unbound.
 */
export function useLetterKeys(keys: LetterKeys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.repeat || event.metaKey || event.ctrlKey || event.altKey) return
      if (event.target instanceof Element && event.target.closest(typingPlaces)) return
      const run = latest.current[event.key.toLowerCase()]
      if (!run || document.querySelector(openLayers)) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
