const wholeParts = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })
const shortParts = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

function thinSpaced(format: Intl.NumberFormat, value: number): string {
  return format
    .formatToParts(value)
    .map((part) => (part.type === 'group' ? '\u202f' : part.type === 'compact' ? `\u202f${part.value}` : part.value))
    .join('')
}

/** A number in, "41 210" out: thousands apart by a narrow space, at most one decimal. */
export function formatCount(value: number): string {
  return thinSpaced(wholeParts, value)
}

/** A large number in, "31.4 M" out, for heads and tiles where the exact one is a click away. */
export function formatShortCount(value: number): string {
  return thinSpaced(shortParts, value)
}
