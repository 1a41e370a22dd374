import { twoSidedTail } from '../numerics/normal-distribution'
import type { CardinalityShift } from './cardinality'

/** A number of distinct values and its relative error as one deviation; 0 when counted. */
export interface DistinctTotal {
  count: number
  relativeError: number
}

/**
 * The shift of the number of distinct values from two totals over so many rows with a value. Without the counts of each value the sides cannot be thought
 * down to equal rows, so it is null where their sizes differ by more than a tenth, and where a total is missing.
 */
export function distinctShift(
  baseline: DistinctTotal | undefined,
  current: DistinctTotal | undefined,
  values: { baseline: number; current: number },
): CardinalityShift | null {
  if (baseline === undefined || current === undefined || baseline.count < 1 || current.count < 1) return null
  if (Math.max(values.baseline, values.current) > 1.1 * Math.min(values.baseline, values.current)) return null
  const ratio = current.count / baseline.count
  const variance = baseline.relativeError ** 2 + current.relativeError ** 2 + 1 / baseline.count + 1 / current.count
  return {
    baselineDistinct: baseline.count,
    currentDistinct: current.count,
    ratio,
    p: twoSidedTail(Math.log(ratio) / Math.sqrt(variance)),
  }
}
