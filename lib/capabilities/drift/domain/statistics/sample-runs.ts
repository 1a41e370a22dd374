import type { RankRuns } from './rank-scores'

/** Two sorted samples as runs of equal values in rising order. */
export function sampleRuns(baseline: Float64Array, current: Float64Array): RankRuns {
  const [n, m] = [baseline.length, current.length]
  const runs = new Float64Array(2 * (n + m))
  let [i, j, length] = [0, 0, 0]
  while (i < n || j < m) {
    const at = Math.min(baseline[i] ?? Number.POSITIVE_INFINITY, current[j] ?? Number.POSITIVE_INFINITY)
    const [fromI, fromJ] = [i, j]
    while (i < n && baseline[i] === at) i += 1
    while (j < m && current[j] === at) j += 1
    runs[length] = i - fromI
    runs[length + 1] = j - fromJ
    length += 2
  }
  return runs.subarray(0, length)
}
