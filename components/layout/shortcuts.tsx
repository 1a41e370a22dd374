'use client'

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { acceptsKey } from './accepts-key'
import { readKeyFacts } from './read-key-facts'
import { createShortcutRegistry, type PendingPrefix, type Shortcut, type ShortcutRegistry } from './shortcut-registry'

const ShortcutContext = createContext<ShortcutRegistry | null>(null)

/** Listens to keys once for the whole console; parts of the page add what they answer to with useShortcuts. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(createShortcutRegistry)

  useEffect(() => {
    let pending: PendingPrefix = null
    function onKeyDown(event: KeyboardEvent) {
      if (!acceptsKey(readKeyFacts(event))) {
        pending = null
        return
      }
      const outcome = registry.advance(pending, event.key, event.timeStamp)
      pending = outcome.pending
      if (!outcome.shortcut) return
      event.preventDefault()
      outcome.shortcut.run()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [registry])

  return <ShortcutContext value={registry}>{children}</ShortcutContext>
}

/** The registry itself, for the sheet and the palette that list it. */
export function useShortcutRegistry(): ShortcutRegistry {
  const registry = useContext(ShortcutContext)
  if (!registry) throw new Error('useShortcuts needs a ShortcutProvider above it')
  return registry
}

/** Answers to these keys while the component is mounted. An empty list answers to none. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const registry = useShortcutRegistry()
  useEffect(() => registry.add(shortcuts), [registry, shortcuts])
}
