import { binDivergence, totalVariation } from '../statistics/bin-divergence'
import { cardinalityShift } from '../statistics/cardinality'
import { chiSquareTest, poolSmallCounts } from '../statistics/chi-square'
import { ksTest } from '../statistics/ks-test'
import { countInBins, quantileOf, tenthEdges } from '../statistics/quantile-bins'
import { rankTests } from '../statistics/rank-scores'
import { sampleRuns } from '../statistics/sample-runs'
import { spreadOf } from '../statistics/spread-of'
import { ratesOf, twoSharesTail } from '../statistics/two-shares'
import { wassersteinDistance } from '../statistics/wasserstein'
import type { ColumnMeasure } from './column-measure'
import type { CategoricalSample, NumericSample } from './column-sample'
import { driftBars } from './drift-bars'

/** Everything measured of a numeric column, from its values on both sides. */
export function measureNumericSamples(baseline: NumericSample, current: NumericSample): ColumnMeasure {
  const measure = emptyMeasure(
    'numeric',
    [baseline.sorted.length, baseline.nulls],
    [current.sorted.length, current.nulls],
  )
  const scale = baseline.sorted.length > 0 ? spreadOf(baseline.sorted) : null
  measure.scale = scale
  measure.typical = { baseline: middleOf(baseline.sorted), current: middleOf(current.sorted) }
  if (measure.values.baseline === 0 || measure.values.current === 0) return measure
  const edges = tenthEdges(baseline.sorted)
  return {
    ...measure,
    ...rankTests(sampleRuns(baseline.sorted, current.sorted)),
    ...binDivergence(countInBins(baseline.sorted, edges), countInBins(current.sorted, edges)),
    ks: ksTest(baseline.sorted, current.sorted),
    wasserstein: wassersteinDistance(baseline.sorted, current.sorted),
    distance: scale === null || scale === 0 ? null : effectOf(baseline.sorted, current.sorted, scale),
  }
}

/** Everything measured of a categorical column, from how many rows hold each value. */
export function measureCategoricalSamples(baseline: CategoricalSample, current: CategoricalSample): ColumnMeasure {
  const [n, m] = [rowsIn(baseline.counts), rowsIn(current.counts)]
  const measure = emptyMeasure('categorical', [n, baseline.nulls], [m, current.nulls])
  measure.typical = { baseline: commonestOf(baseline.counts), current: commonestOf(current.counts) }
  if (n === 0 || m === 0) return measure
  // Sorted, so that no sum depends on the order in which values arrived.
  const categories = [...new Set([...baseline.counts.keys(), ...current.counts.keys()])].sort()
  const rowOf = (counts: ReadonlyMap<string, number>) => categories.map((category) => counts.get(category) ?? 0)
  const [before, after] = [rowOf(baseline.counts), rowOf(current.counts)]
  const pooled = poolSmallCounts(before, after)
  const test = chiSquareTest(pooled.baseline, pooled.current)
  const unseen = after.reduce((sum, count, index) => sum + (before[index] === 0 ? count : 0), 0)
  const variation = totalVariation(pooled.baseline, pooled.current)
  return {
    ...measure,
    ...binDivergence(before, after),
    chi2: chiSquareTest(before, after),
    pooled:
      test === null || variation === null || test.dof === 0
        ? null
        : { p: test.p, pooled: pooled.pooled, variation, unseenRate: unseen / m },
    cardinality: cardinalityShift(before, after, { baseline: n, current: m }),
  }
}

/** A measure with rows, missing values and nothing else. Each side is its rows with a value and its rows without. */
export function emptyMeasure(
  kind: ColumnMeasure['kind'],
  [n, missingBefore]: readonly [number, number],
  [m, missingAfter]: readonly [number, number],
): ColumnMeasure {
  const rows = { baseline: n + missingBefore, current: m + missingAfter }
  const nulls = ratesOf(missingBefore, rows.baseline, missingAfter, rows.current)
  const p = twoSharesTail(missingBefore, rows.baseline, missingAfter, rows.current)
  return {
    kind,
    rows,
    values: { baseline: n, current: m },
    nulls,
    ks: null,
    wasserstein: null,
    psi: null,
    js: null,
    chi2: null,
    location: null,
    spread: null,
    scale: null,
    distance: null,
    pooled: null,
    cardinality: null,
    missing: p === null ? null : { p, baselineRate: nulls.baselineRate ?? 0, currentRate: nulls.currentRate ?? 0 },
    typical: { baseline: null, current: null },
    binning: null,
  }
}

function effectOf(baseline: Float64Array, current: Float64Array, scale: number): number {
  const middle = quantileOf(baseline, 0.5)
  const [low, high] = [middle - driftBars.reachMax * scale, middle + driftBars.reachMax * scale]
  const drawIn = (sorted: Float64Array) => {
    const isWithin = (sorted[0] ?? low) >= low && (sorted.at(-1) ?? high) <= high
    return isWithin ? sorted : sorted.map((value) => Math.min(high, Math.max(low, value)))
  }
  return wassersteinDistance(drawIn(baseline), drawIn(current)) / scale
}

function middleOf(sorted: Float64Array): string | null {
  return sorted.length === 0 ? null : String(Number(quantileOf(sorted, 0.5).toPrecision(4)))
}

function rowsIn(counts: ReadonlyMap<string, number>): number {
  let rows = 0
  for (const count of counts.values()) rows += count
  return rows
}

function commonestOf(counts: ReadonlyMap<string, number>): string | null {
  let best: [string, number] | null = null
  for (const [category, count] of counts)
    if (best === null || count > best[1] || (count === best[1] && category < best[0])) best = [category, count]
  return best === null ? null : best[0]
}
