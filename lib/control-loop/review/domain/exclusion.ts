export interface Exclusion {
  id: string
  service: string
  /** null: every connection of the type. */
  connectionId: string | null
  schema: string | null
  table: string | null
  column: string | null
  pattern: string | null
  actionKinds: readonly string[]
  expiresAt: Date | null
}
export interface ExcludedObject {
  service: string
  connectionId: string
  schema: string | null
  table: string | null
  column: string | null
  actionKinds: readonly string[]
}

/** Characters a pattern must name: one that only says * would silence drafting. */
const PATTERN_LETTERS_MIN = 2

/** True when a pattern names at least something. */
export function isPatternNarrow(pattern: string): boolean {
  return pattern.replaceAll('*', '').length >= PATTERN_LETTERS_MIN
}

/** Whether a name fits a pattern in which * stands for any run of characters, upper and lower case alike. Linear in both. */
export function matchesPattern(name: string, pattern: string): boolean {
  const parts = pattern.toLowerCase().split('*')
  const text = name.toLowerCase()
  const first = parts[0] ?? ''
  const last = parts.at(-1) ?? ''
  if (parts.length === 1) return text === first
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false
  let at = first.length
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return at <= text.length - last.length
}

/** A pattern to begin with: numbers become *, else the last word of the name stays: `email_2` gives `email_*`, `work_email` gives `*_email`. */
export function suggestPattern(name: string): string {
  if (/\d/.test(name)) return name.replaceAll(/\d+/g, '*')
  const word = name.split('_').at(-1) ?? name
  return word === name ? name : `*_${word}`
}

/**
 * The exclusion that keeps an object from being proposed again; null when none does. It holds for the kinds of action that were refused and no
 * other: what else happens to the object still reaches a person.
 */
export function findExclusion<E extends Exclusion>(
  exclusions: readonly E[],
  object: ExcludedObject,
  now: Date,
): E | null {
  const name = object.column ?? object.table ?? object.schema
  return (
    exclusions.find((exclusion) => {
      if (exclusion.expiresAt !== null && exclusion.expiresAt <= now) return false
      if (exclusion.service !== object.service) return false
      if (exclusion.connectionId !== null && exclusion.connectionId !== object.connectionId) return false
      if (!object.actionKinds.every((kind) => exclusion.actionKinds.includes(kind))) return false
      if (exclusion.pattern !== null) return name !== null && matchesPattern(name, exclusion.pattern)
      return (
        exclusion.schema === object.schema && exclusion.table === object.table && exclusion.column === object.column
      )
    }) ?? null
  )
}
