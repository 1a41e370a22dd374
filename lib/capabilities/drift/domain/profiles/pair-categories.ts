import type { ComparableColumn } from './profile-side'

export interface PairedCategories {
  baseline: Map<string, number>
  current: Map<string, number>
  /** Every value of both sides is known by name. */
  isComplete: boolean
}

/** Values outside the named ones. The name cannot be a value: it holds a character no warehouse's text can. */
export const othersLabel = '\u0000others'

/**
 * Frequent values of both sides as rows per category. A value is named where both sides know how often they hold it: it is among the side's frequent
 * ones, or those are all there are. What is left is one category of others. Null where a side was not measured, or names less than half of its rows.
 */
export function pairCategories(before: ComparableColumn, now: ComparableColumn): PairedCategories | null {
  const [one, other] = [sideOf(before), sideOf(now)]
  if (one === null || other === null) return null
  const named = [...new Set([...one.counts.keys(), ...other.counts.keys()])].filter(
    (value) => (one.isComplete || one.counts.has(value)) && (other.isComplete || other.counts.has(value)),
  )
  const baseline = nameOnly(one, named)
  const current = nameOnly(other, named)
  const isComplete = one.isComplete && other.isComplete
  const hasNames = (counts: Map<string, number>, outOf: number) => (counts.get(othersLabel) ?? 0) <= outOf / 2
  if (!hasNames(baseline, one.outOf) || !hasNames(current, other.outOf)) return null
  return { baseline, current, isComplete }
}

function sideOf({ topValues }: ComparableColumn) {
  if (topValues === null) return null
  const counts = new Map(topValues.values.map(({ value, rows }) => [value, rows]))
  const shown = topValues.values.reduce((sum, { rows }) => sum + rows, 0)
  return { counts, outOf: topValues.outOf, isComplete: shown >= topValues.outOf }
}

function nameOnly({ counts, outOf }: { counts: Map<string, number>; outOf: number }, named: readonly string[]) {
  const kept = new Map(named.flatMap((value) => (counts.has(value) ? [[value, counts.get(value) ?? 0] as const] : [])))
  let rest = outOf
  for (const rows of kept.values()) rest -= rows
  return rest > 0 ? kept.set(othersLabel, rest) : kept
}
