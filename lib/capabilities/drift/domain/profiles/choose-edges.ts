import type { ComparableColumn } from './profile-side'

/** A bin that holds more of the rows than this is divided where the quantiles say how. */
const shareMax = 0.1
const edgesMax = 100

/**
 * The edges on which each numeric column is counted the next time: those of this measurement, so that the two and all later ones can be laid side by
 * side, and the quantiles that lie within a bin that has become too full. Edges are added and never taken away, up to a hundred. Columns without a
 * histogram are left out and get edges of their own.
 */
export function chooseEdges(columns: readonly ComparableColumn[]): Map<string, number[]> {
  return new Map(
    columns.flatMap(({ column, kind, histogram, quantiles }) =>
      kind !== 'number' || histogram === null || histogram.edges.length === 0
        ? []
        : [[column, refine(histogram, quantiles?.points ?? [])] as const],
    ),
  )
}

function refine(
  { edges, counts }: NonNullable<ComparableColumn['histogram']>,
  points: readonly (readonly [number, number])[],
): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const isFull = (value: number) => {
    const above = edges.findIndex((edge) => value < edge)
    return (counts[above === -1 ? edges.length : above] ?? 0) > shareMax * total
  }
  const added = points.map(([, value]) => value).filter((value) => Number.isFinite(value) && isFull(value))
  const room = Math.max(0, edgesMax - edges.length)
  const fresh = [...new Set(added)].filter((value) => !edges.includes(value)).slice(0, room)
  return [...edges, ...fresh].sort((one, other) => one - other)
}
