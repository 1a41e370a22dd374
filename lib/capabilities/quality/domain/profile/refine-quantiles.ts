/**
 * Which bins of an exact histogram hold the values at `points`, and where in them: with the shares to ask for among only the rows of those bins.
 * A share is put half a row below its rank, so that rounding cannot reach the neighbour. Null when the histogram counts nothing.
 */
export function refineQuantiles(
  counts: readonly number[],
  points: readonly number[],
): { bins: number[]; shares: number[] } | null {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  const places = points.map((point) => {
    const rank = Math.min(total, Math.max(1, Math.ceil(point * total - 1e-9)))
    let below = 0
    let bin = 0
    while (below + (counts[bin] ?? 0) < rank) {
      below += counts[bin] ?? 0
      bin += 1
    }
    return { bin, rank }
  })
  const bins = [...new Set(places.map(({ bin }) => bin))].sort((one, other) => one - other)
  const wanted = bins.reduce((sum, bin) => sum + (counts[bin] ?? 0), 0)
  const isWanted = new Set(bins)
  const leftOutBelow = (bin: number) =>
    counts.slice(0, bin).reduce((sum, count, index) => (isWanted.has(index) ? sum : sum + count), 0)
  return { bins, shares: places.map(({ bin, rank }) => (rank - leftOutBelow(bin) - 0.5) / wanted) }
}
