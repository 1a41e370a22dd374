import { twoSidedTail } from '../numerics/normal-distribution'

export interface CardinalityShift {
  baselineDistinct: number
  currentDistinct: number
  /** Distinct values of the current rows per distinct value of as many baseline rows; above one when there are more. */
  ratio: number
  p: number
}

/**
 * Whether a column holds more or fewer distinct values than it did, from how often each value occurs on each side. The larger side is thought down to
 * the rows of the smaller: a value seen c times of N is missed in m of them with the chance (1 − m/N)ᶜ. The p is of the difference by its Poisson
 * approximation. Null where a side is empty or everything is one value on both.
 */
export function cardinalityShift(
  baseline: Iterable<number>,
  current: Iterable<number>,
  rows: { baseline: number; current: number },
): CardinalityShift | null {
  const least = Math.min(rows.baseline, rows.current)
  if (least === 0) return null
  const one = expectedDistinct(baseline, rows.baseline, least)
  const other = expectedDistinct(current, rows.current, least)
  if (one.distinct <= 1 && other.distinct <= 1) return null
  const variance = one.variance + other.variance
  const difference = one.expected - other.expected
  const p = variance > 0 ? twoSidedTail(difference / Math.sqrt(variance)) : Math.abs(difference) < 0.5 ? 1 : 0
  return { baselineDistinct: one.distinct, currentDistinct: other.distinct, ratio: other.expected / one.expected, p }
}

function expectedDistinct(counts: Iterable<number>, rows: number, least: number) {
  const missing = Math.log1p(-Math.min(least / rows, 1 - 1e-12))
  let [distinct, expected, variance] = [0, 0, 0]
  for (const count of counts) {
    if (count <= 0) continue
    distinct += 1
    expected += least === rows ? 1 : 1 - Math.exp(count * missing)
    // Of as many rows drawn again: a value seen c times would be missed with the chance e⁻ᶜ.
    const missed = Math.exp(-count * (least / rows))
    variance += missed * (1 - missed)
  }
  return { distinct, expected, variance }
}
