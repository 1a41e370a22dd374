import { twoSidedTail } from '../numerics/normal-distribution'
import { chiSquareTest } from './chi-square'

export interface TwoShares {
  baselineRate: number | null
  currentRate: number | null
}

/** A share on each side, null where a side has no row at all. */
export function ratesOf(baseline: number, baselineRows: number, current: number, currentRows: number): TwoShares {
  return {
    baselineRate: baselineRows === 0 ? null : baseline / baselineRows,
    currentRate: currentRows === 0 ? null : current / currentRows,
  }
}

/**
 * The two-sided p of two shares being one. Pearson's chi-square of the table; with Yates' correction where a side expects fewer than five, because
 * it then errs towards silence. Null where a side has no row, or nothing or everything has the property on both sides.
 */
export function twoSharesTail(
  baseline: number,
  baselineRows: number,
  current: number,
  currentRows: number,
): number | null {
  const total = baseline + current
  const rows = baselineRows + currentRows
  if (baselineRows === 0 || currentRows === 0 || total === 0 || total === rows) return null
  const expected = (Math.min(total, rows - total) * Math.min(baselineRows, currentRows)) / rows
  if (expected >= 5)
    return chiSquareTest([baseline, baselineRows - baseline], [current, currentRows - current])?.p ?? null
  const share = total / rows
  const error = Math.sqrt(share * (1 - share) * (1 / baselineRows + 1 / currentRows))
  const correction = 0.5 * (1 / baselineRows + 1 / currentRows)
  const difference = Math.abs(baseline / baselineRows - current / currentRows)
  return twoSidedTail(Math.max(0, difference - correction) / error)
}
