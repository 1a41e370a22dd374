import { quantileOf } from './quantile-bins'

/** The standard deviation of a normal distribution whose outer five percent are drawn in to its 5th and 95th percentile, as a share of its own. */
export const drawnInNormal = 0.911_739

/**
 * The baseline's spread, the unit of an effect: the standard deviation with the outer five percent on each side drawn in to the quantiles, so that a
 * heavy tail does not hide a shift of the rest, scaled to be the deviation for a normal distribution. Where that is zero (most values equal) the plain
 * deviation; zero for a constant.
 */
export function spreadOf(sorted: Float64Array): number {
  const drawnIn = deviation(sorted, quantileOf(sorted, 0.05), quantileOf(sorted, 0.95)) / drawnInNormal
  return drawnIn > 0 ? drawnIn : deviation(sorted, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
}

function deviation(sorted: Float64Array, low: number, high: number): number {
  const n = sorted.length
  if (n === 0) return 0
  const shift = sorted[n >> 1] ?? 0
  let [sum, squares] = [0, 0]
  for (let index = 0; index < n; index += 1) {
    const value = Math.min(high, Math.max(low, sorted[index] ?? 0)) - shift
    sum += value
    squares += value * value
  }
  return Math.sqrt(Math.max(0, squares / n - (sum / n) ** 2))
}
