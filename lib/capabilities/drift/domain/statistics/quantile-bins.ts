/** A quantile of a sorted sample by linear interpolation between its neighbours (type 7, the default of numpy). */
export function quantileOf(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share
  const floor = Math.floor(at)
  const low = sorted[floor] ?? Number.NaN
  const high = sorted[floor + 1] ?? low
  return low + (at - floor) * (high - low)
}

/**
 * The inner edges of the bins of PSI and Jensen–Shannon: the baseline's quantiles 0, .1 … 1 without duplicates, and without the first and the last.
 * A baseline of few distinct values has fewer than ten bins; one of a single value has one, and then neither measure is defined.
 */
export function tenthEdges(sorted: Float64Array): number[] {
  const edges = Array.from({ length: 11 }, (_, tenth) => quantileOf(sorted, tenth / 10))
  return edges.filter((edge, index) => index === 0 || edge !== edges[index - 1]).slice(1, -1)
}

/** How many values of a sorted sample fall in each bin; a value's bin is the number of inner edges strictly below it. */
export function countInBins(sorted: Float64Array, innerEdges: readonly number[]): number[] {
  const counts: number[] = []
  let from = 0
  for (const edge of innerEdges) {
    const to = firstAbove(sorted, edge, from)
    counts.push(to - from)
    from = to
  }
  counts.push(sorted.length - from)
  return counts
}

function firstAbove(sorted: Float64Array, edge: number, from: number): number {
  let [low, high] = [from, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= edge) low = middle + 1
    else high = middle
  }
  return low
}
