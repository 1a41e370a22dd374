/** What a key press looked like and where it landed, read from the event by the listener. */
export type KeyFacts = {
  key: string
  hasModifier: boolean
  hasShift: boolean
  isRepeat: boolean
  /** An input method is composing a character out of several keys. */
  isComposing: boolean
  wasHandled: boolean
  /** The focused element takes text. */
  isInText: boolean
  /** The focused element answers to Enter and Space itself. */
  isOnControl: boolean
  /** A dialog, menu or list floats above the page. */
  isLayerOpen: boolean
  /** The person's own setting: letters, digits and signs do nothing alone. */
  hasSingleKeys: boolean
}

/**
 * Says whether a key press may run a shortcut of the page. It never may in a field, with a modifier, while something floats, on
 * repeat, or when another part of the page took it. Character keys also obey the person's setting; Escape and arrows do not.
 */
export function acceptsKey(facts: KeyFacts): boolean {
  if (facts.wasHandled || facts.isComposing || facts.isRepeat) return false
  if (facts.hasModifier || facts.isInText || facts.isLayerOpen) return false
  const isCharacter = facts.key.length === 1 && facts.key !== ' '
  if (isCharacter && !facts.hasSingleKeys) return false
  // Shift makes "?" on most keyboards, but Shift and a letter is somebody else's shortcut.
  if (facts.hasShift && /^[\p{L}\p{N}]$/u.test(facts.key)) return false
  if (facts.isOnControl && (facts.key === 'Enter' || facts.key === ' ')) return false
  return true
}
