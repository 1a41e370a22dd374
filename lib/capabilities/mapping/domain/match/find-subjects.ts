import type { MatchColumn } from './weigh-match'

/**
 * What a target table puts before its columns (`metric_` in `metric_id`, `metric_name`), as word lists: beginnings that stand before the whole
 * name of two source columns or before `id`, and the table's own name where it is known.
 */
export function findSubjects(
  source: readonly MatchColumn[],
  target: readonly MatchColumn[],
  table: readonly string[],
): string[][] {
  const names = new Set(source.map(({ words }) => words.join(' ')))
  const votes = new Map<string, number>()
  for (const { words } of target) {
    if (names.has(words.join(' '))) continue
    for (let length = 1; length < words.length && length <= 4; length += 1) {
      const rest = words.slice(length).join(' ')
      const beginning = words.slice(0, length).join(' ')
      if (names.has(rest)) votes.set(beginning, (votes.get(beginning) ?? 0) + (rest === 'id' ? 2 : 1))
    }
  }
  const found = [...votes].filter(([, count]) => count >= 2).map(([words]) => words.split(' '))
  const own =
    table.length === 0
      ? []
      : [
          [...table],
          ...(table.length > 1 ? [table.slice(-1), table.slice(0, 1), table.slice(1), table.slice(0, -1)] : []),
        ]
  return [...found, ...own.filter((words) => words.length > 0)]
}
