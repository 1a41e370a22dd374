const wholeParts = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })
const shortParts = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

// Geist draws the narrow no-break space (U+202F) an eighth of an em wide: 20 000 would read as one word. The thin space breaks lines.
const apart = '\u00a0'

function spaced(format: Intl.NumberFormat, value: number): string {
  return format
    .formatToParts(value)
    .map((part) => (part.type === 'group' ? apart : part.type === 'compact' ? apart + part.value : part.value))
    .join('')
}

/** A number in, "41 210" out: thousands apart by a space that does not break, at most one decimal. */
export function formatCount(value: number): string {
  return spaced(wholeParts, value)
}

/** A large number in, "31.4 M" out, for heads and tiles where the exact one is a click away. */
export function formatShortCount(value: number): string {
  return spaced(shortParts, value)
}
