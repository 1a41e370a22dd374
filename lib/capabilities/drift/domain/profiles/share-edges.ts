import type { ColumnHistogram } from '../column/column-histogram'

/**
 * Two histograms on the edges both have: bins between are put together, so that nothing is counted twice or lost. Null where they have none in common,
 * because their counts say nothing of each other then.
 */
export function shareEdges(one: ColumnHistogram, other: ColumnHistogram): [ColumnHistogram, ColumnHistogram] | null {
  const known = new Set(other.edges)
  const edges = one.edges.filter((edge) => known.has(edge))
  return edges.length === 0 ? null : [coarsen(one, edges), coarsen(other, edges)]
}

function coarsen(histogram: ColumnHistogram, edges: readonly number[]): ColumnHistogram {
  const cells = [histogram.below, ...histogram.counts, histogram.above]
  const kept = new Set(edges)
  const merged = [0]
  cells.forEach((count, cell) => {
    const edge = histogram.edges[cell - 1]
    // The edge below a cell begins it; an edge the other side lacks does not.
    if (edge !== undefined && kept.has(edge)) merged.push(0)
    merged[merged.length - 1] = (merged.at(-1) ?? 0) + count
  })
  return {
    ...histogram,
    edges: [...edges],
    counts: merged.slice(1, -1),
    below: merged[0] ?? 0,
    above: merged.at(-1) ?? 0,
  }
}
