import { escapeInvisible } from './quote-untrusted'

/**
 * Finds names again that a model was shown with what cannot be seen spelled out. Gives the name as the source spells it, or null where no such name was
 * shown, or where two names look the same once shown: guessing between them would touch the wrong object.
 */
export function knownNames(names: Iterable<string>): (said: string) => string | null {
  const byShown = new Map<string, string | null>()
  for (const name of new Set(names)) {
    const shown = escapeInvisible(name)
    byShown.set(shown, byShown.has(shown) ? null : name)
  }
  return (said) => byShown.get(said) ?? null
}
