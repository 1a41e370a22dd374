/** A name as words: `secondaryEmail` and `secondary_email` as `secondary email`. */
export function nameWords(name: string): string {
  return name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
}

/** A name in the manner of most warehouses: `secondaryEmail` as `secondary_email`. */
export const snakeCase = (name: string): string => nameWords(name).replaceAll(' ', '_')

/** Share of the words of the shorter name that the longer one has as well; abbreviations count as what they begin. */
export function sharedWords(left: string, right: string): number {
  const [short = [], long = []] = [nameWords(left).split(' '), nameWords(right).split(' ')].sort(
    (one, other) => one.length - other.length,
  )
  const isIn = (word: string) => long.some((other) => other.startsWith(word) || word.startsWith(other))
  return short.filter((word) => word.length > 1 && isIn(word)).length / Math.max(1, short.length)
}
