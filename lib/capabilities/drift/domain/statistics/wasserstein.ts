/** The 1-D Wasserstein distance of two sorted samples with at least one value each: the area between their distribution functions, in the values' unit. */
export function wassersteinDistance(baseline: Float64Array, current: Float64Array): number {
  const [n, m] = [baseline.length, current.length]
  let [i, j, area] = [0, 0, 0]
  let before = Math.min(baseline[0] ?? 0, current[0] ?? 0)
  while (i < n || j < m) {
    const at = Math.min(baseline[i] ?? Number.POSITIVE_INFINITY, current[j] ?? Number.POSITIVE_INFINITY)
    area += Math.abs(i / n - j / m) * (at - before)
    while (i < n && baseline[i] === at) i += 1
    while (j < m && current[j] === at) j += 1
    before = at
  }
  return area
}
