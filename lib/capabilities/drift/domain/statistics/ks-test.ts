import { kolmogorovTail } from '../numerics/kolmogorov-tail'
import { greatestDivisor, smirnovExact } from './smirnov-exact'

/** Samples up to this size get the exact p, as scipy's `ks_2samp` with `method='auto'` decides it. */
const exactMax = 10_000

export interface KsResult {
  statistic: number
  p: number
}

/**
 * The two-sample Kolmogorov–Smirnov test, two-sided, of two sorted samples with at least one value each: the largest difference of the distribution
 * functions, and its p as scipy 1.17 gives it (exact to 10,000 values a side, else by the one-sample distribution at the effective size).
 */
export function ksTest(baseline: Float64Array, current: Float64Array): KsResult {
  const statistic = largestGap(baseline, current)
  return { statistic, p: ksTail(statistic, baseline.length, current.length) }
}

/** The p of a KS statistic of two samples of n and m values. */
export function ksTail(statistic: number, n: number, m: number): number {
  if (Math.max(n, m) <= exactMax) {
    const steps = Math.round(statistic * (n / greatestDivisor(n, m)) * m)
    const exact = smirnovExact(n, m, steps)
    if (exact !== null) return exact
  }
  return kolmogorovTail(Math.max(1, roundHalfEven((n * m) / (n + m))), statistic)
}

/** Rounds a half to the even neighbour, as the reference does with the effective size. */
function roundHalfEven(value: number): number {
  const floor = Math.floor(value)
  return value - floor === 0.5 ? floor + (floor % 2) : Math.round(value)
}

function largestGap(baseline: Float64Array, current: Float64Array): number {
  const [n, m] = [baseline.length, current.length]
  let [i, j, gap] = [0, 0, 0]
  while (i < n && j < m) {
    const at = Math.min(baseline[i] ?? 0, current[j] ?? 0)
    while (i < n && baseline[i] === at) i += 1
    while (j < m && current[j] === at) j += 1
    const difference = Math.abs(i / n - j / m)
    if (difference > gap) gap = difference
  }
  return gap
}
