import { chiSquareTail } from '../numerics/regularised-gamma'

export interface ChiSquareResult {
  statistic: number
  p: number
  dof: number
}

/** The rule of thumb below which a category's expected count makes the chi-square distribution a bad description of the statistic. */
export const expectedMin = 5

/**
 * Pearson's chi-square of two rows of counts over the same categories, without a continuity correction: scipy's
 * `chi2_contingency(table, correction=False)`. Categories empty on both sides are left out. Null where a side has no row.
 */
export function chiSquareTest(baseline: readonly number[], current: readonly number[]): ChiSquareResult | null {
  const [n, m] = [sumOf(baseline), sumOf(current)]
  if (n === 0 || m === 0) return null
  let [statistic, categories] = [0, 0]
  baseline.forEach((count, index) => {
    const other = current[index] ?? 0
    const total = count + other
    if (total === 0) return
    categories += 1
    const [expected, expectedOther] = [(total * n) / (n + m), (total * m) / (n + m)]
    statistic += (count - expected) ** 2 / expected + (other - expectedOther) ** 2 / expectedOther
  })
  const dof = categories - 1
  return { statistic, p: chiSquareTail(statistic, dof), dof }
}

export interface PooledCounts {
  baseline: number[]
  current: number[]
  /** How many categories were put together into one. */
  pooled: number
}

/**
 * The same counts with every category of which either side expects fewer than five rows put into one. When even that one is too small, the smallest
 * of the others joins it. Which are pooled depends on the totals alone, so the test stays valid.
 */
export function poolSmallCounts(baseline: readonly number[], current: readonly number[]): PooledCounts {
  const [n, m] = [sumOf(baseline), sumOf(current)]
  const totalMin = (expectedMin * (n + m)) / Math.max(1, Math.min(n, m))
  const order = baseline
    .map((count, index) => ({ index, total: count + (current[index] ?? 0) }))
    .filter(({ total }) => total > 0)
    .sort((one, other) => one.total - other.total)
  let [pooled, total] = [0, 0]
  for (const category of order) {
    if (category.total >= totalMin && (pooled === 0 || total >= totalMin)) break
    pooled += 1
    total += category.total
  }
  const kept = order.slice(pooled).map(({ index }) => index)
  const small = order.slice(0, pooled).map(({ index }) => index)
  const rowOf = (counts: readonly number[]) => {
    const row = kept.map((index) => counts[index] ?? 0)
    return pooled === 0 ? row : [...row, small.reduce((sum, index) => sum + (counts[index] ?? 0), 0)]
  }
  return { baseline: rowOf(baseline), current: rowOf(current), pooled }
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
