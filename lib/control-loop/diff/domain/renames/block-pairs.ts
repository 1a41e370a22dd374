/** A word more entries have than this tells none of them apart. */
const commonMin = 40

/**
 * For each entry of one side the entries of the other worth weighing: all of them, or, where that would be more than `pairsMax` pairs, those that share
 * a word few have. What shares only common words with everything is a renaming nobody could tell from another.
 */
export function blockPairs<Entry extends { words: readonly string[] }>(
  from: readonly Entry[],
  to: readonly Entry[],
  pairsMax: number,
): (entry: Entry) => readonly Entry[] {
  if (from.length * to.length <= pairsMax) return () => to
  const byWord = new Map<string, Entry[]>()
  for (const entry of to) {
    for (const word of new Set(entry.words)) {
      const list = byWord.get(word)
      if (list === undefined) byWord.set(word, [entry])
      else list.push(entry)
    }
  }
  return ({ words }) => {
    const found = new Set<Entry>()
    for (const word of words) {
      const list = byWord.get(word)
      if (list === undefined || list.length > commonMin) continue
      for (const entry of list) found.add(entry)
    }
    return [...found]
  }
}
