import type { KeyFacts } from './accepts-key'
import { parsePreferences } from './preferences'
import { readCookie } from './read-cookie'

const textTargets =
  'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true], [role=textbox], [role=combobox]'
const controls =
  'button, a[href], input, summary, [role=button], [role=link], [role=menuitem], [role=option], [role=checkbox], [role=switch]'
const layers = '[role=dialog], [role=alertdialog], [data-trigger]'

/** Reads from a key event and the document all that `acceptsKey` asks about. */
export function readKeyFacts(event: KeyboardEvent): KeyFacts {
  const target = event.target instanceof Element ? event.target : null
  return {
    key: event.key,
    hasModifier: event.metaKey || event.ctrlKey || event.altKey,
    hasShift: event.shiftKey,
    isRepeat: event.repeat,
    isComposing: event.isComposing,
    wasHandled: event.defaultPrevented,
    isInText: target?.closest(textTargets) != null,
    isOnControl: target?.closest(controls) != null,
    isLayerOpen: document.querySelector(layers) !== null,
    hasSingleKeys: parsePreferences(readCookie).hasSingleKeys,
  }
}
