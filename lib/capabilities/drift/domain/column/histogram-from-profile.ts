import type { ColumnHistogram } from './column-histogram'

/** What a profile knows of a numeric column, as far as drift needs it; counts have one more than inner edges, their ends open. */
export interface ProfiledColumn {
  histogram: { edges: readonly number[]; counts: readonly number[]; isSampled: boolean } | null
  nulls: number | null
  min: string | null
  max: string | null
  notFinite: { nan: number; positiveInfinity: number; negativeInfinity: number } | null
  distinct: { count: number; relativeError: number | null } | null
}

/**
 * A profiled column as a histogram to compare, of a table of so many rows. Null where the profile has no bins or no count of nulls, because what was not
 * measured is not zero. The relative error of distinct values, half a 95 % interval there, is a deviation here.
 */
export function histogramFromProfile(column: ProfiledColumn, rows: number): ColumnHistogram | null {
  const { histogram, nulls, notFinite } = column
  if (histogram === null || nulls === null || histogram.edges.length === 0) return null
  const special = notFinite ?? { nan: 0, positiveInfinity: 0, negativeInfinity: 0 }
  const lost = nulls + special.nan + special.positiveInfinity + special.negativeInfinity
  return {
    ...special,
    edges: [...histogram.edges],
    counts: histogram.counts.slice(1, -1),
    below: histogram.counts[0] ?? 0,
    above: histogram.counts.at(-1) ?? 0,
    min: finiteOf(column.min),
    max: finiteOf(column.max),
    nulls,
    ...(histogram.isSampled ? { sampledFrom: Math.max(0, rows - lost) } : {}),
    ...(column.distinct === null || column.distinct.relativeError === null
      ? {}
      : { distinct: { count: column.distinct.count, relativeError: column.distinct.relativeError / 1.96 } }),
  }
}

function finiteOf(text: string | null): number | null {
  const value = text === null || text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(value) ? value : null
}
