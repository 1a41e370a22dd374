import type { NameSimilarity } from './name-similarity'

interface NamedPair {
  table: string
  from: string
  to: string
  similarity: NameSimilarity
}

/**
 * Word replacements that several pairs of one step agree on: where `diaper_use`, `diaper_budget` go and `essentials_use`, `essentials_budget`
 * come, one word was replaced throughout. Answers the key of each such replacement; `substitutionKey` gives a pair's own.
 * A replacement counts once per column and table, and only between words that do not contradict each other.
 */
export function findSubstitutions(pairs: readonly NamedPair[]): Set<string> {
  const columns = new Map<string, { from: Set<string>; to: Set<string> }>()
  for (const { table, from, to, similarity } of pairs) {
    const key = substitutionKey(similarity)
    if (key === null) continue
    const seen = columns.get(key) ?? { from: new Set(), to: new Set() }
    seen.from.add(JSON.stringify([table, from]))
    seen.to.add(JSON.stringify([table, to]))
    columns.set(key, seen)
  }
  return new Set([...columns].filter(([, seen]) => Math.min(seen.from.size, seen.to.size) >= 2).map(([key]) => key))
}

/** The words replaced between two names that otherwise agree, or null when they share nothing or nothing was replaced. */
export function substitutionKey({ onlyFrom, onlyTo, opposed, score }: NameSimilarity): string | null {
  if (score === 0 || opposed !== null || onlyFrom.length === 0 || onlyTo.length === 0) return null
  return JSON.stringify([onlyFrom, onlyTo])
}
