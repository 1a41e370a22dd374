import { kolmogorovTail } from '../numerics/kolmogorov-tail'
import { binDivergence } from '../statistics/bin-divergence'
import { distinctShift } from '../statistics/distinct-shift'
import { type RankRuns, rankTests } from '../statistics/rank-scores'
import { ratesOf } from '../statistics/two-shares'
import { type BinnedPair, binnedDistances, binnedQuantile, binnedSpread, pairHistograms } from './binned-distribution'
import { type ColumnHistogram, finiteRows, specialRows, wholeFiniteRows } from './column-histogram'
import type { ColumnMeasure } from './column-measure'
import { driftBars } from './drift-bars'
import { emptyMeasure } from './measure-samples'

/** Binning moves KS by more than what the leading terms of its p leave out from so many values on. */
const summedMax = 10_000

/**
 * Everything measured of a numeric column from its counts on the baseline's bins, on both sides. The rank tests take a bin's values as equal, which
 * keeps them valid and costs little power; KS at the edges is not above the true one, so its p errs towards silence; `binning` bounds both distances.
 * A row counts as missing when it holds no finite number. Refuses histograms of different edges.
 */
export function measureHistograms(baseline: ColumnHistogram, current: ColumnHistogram): ColumnMeasure {
  const [n, m] = [finiteRows(baseline), finiteRows(current)]
  const [lost, lostNow] = [specialRows(baseline), specialRows(current)]
  const measure = emptyMeasure('numeric', [wholeFiniteRows(baseline), lost], [wholeFiniteRows(current), lostNow])
  const { rows } = measure
  measure.values = { baseline: n, current: m }
  measure.nulls = ratesOf(baseline.nulls, rows.baseline, current.nulls, rows.current)
  const own = pairHistograms(baseline, baseline)
  const pair = pairHistograms(baseline, current)
  const side = { counts: own.baseline, bounds: own.bounds }
  const middle = binnedQuantile(side, 0.5)
  measure.typical = {
    baseline: shownMiddle(middle, n),
    current: shownMiddle(binnedQuantile({ counts: pair.current, bounds: pair.bounds }, 0.5), m),
  }
  const scale = n > 0 ? binnedSpread(side) : null
  measure.scale = scale
  measure.cardinality = distinctShift(baseline.distinct, current.distinct, { baseline: n, current: m })
  if (n === 0 || m === 0) return measure
  const { ks, wasserstein, wassersteinError } = binnedDistances(pair)
  const moved = constantMove(baseline, current)
  if (moved !== null) return { ...measure, ks: { statistic: 1, p: ksTailOf(n, m, 1) }, wasserstein: moved }
  const tenths = groupToTenths(pair.baseline, pair.current)
  return {
    ...measure,
    ...rankTests(binRuns(pair)),
    ...binDivergence(tenths.baseline, tenths.current),
    ks: { statistic: ks.low, p: ksTailOf(n, m, ks.low) },
    wasserstein,
    distance: scale === null || scale === 0 ? null : effectOf(pair, middle, scale),
    binning: { ks, wassersteinError },
  }
}

function ksTailOf(n: number, m: number, statistic: number): number {
  return kolmogorovTail(Math.max(1, Math.round((n * m) / (n + m))), statistic, summedMax)
}

/** How far a constant moved to another constant, which bins may not show because both lie in one; null when it is no such move. */
function constantMove(baseline: ColumnHistogram, current: ColumnHistogram): number | null {
  const isConstant = ({ min, max }: ColumnHistogram) => min !== null && min === max
  if (!isConstant(baseline) || !isConstant(current) || baseline.min === current.min) return null
  return Math.abs((current.min ?? 0) - (baseline.min ?? 0))
}

function effectOf(pair: BinnedPair, middle: number, scale: number): number {
  const reach = driftBars.reachMax * scale
  const clip = (value: number) => Math.min(middle + reach, Math.max(middle - reach, value))
  const bounds = pair.bounds.map(({ low, high }) => ({ low: clip(low), high: clip(high) }))
  return binnedDistances({ ...pair, bounds }).wasserstein / scale
}

/**
 * The bins as runs of equal rank. Where hardly any baseline row lies outside the edges, what does joins the outermost bins: the edges are then the
 * baseline's own least and greatest value, only the other side can lie beyond them, and chance alone would look like a widening.
 */
function binRuns({ baseline, current }: BinnedPair): RankRuns {
  const last = baseline.length - 1
  const isOutside = (cell: number) => (cell === 0 || cell === last) && (baseline[cell] ?? 0) < outsideMin && last > 1
  const runs: [number, number][] = []
  let carried: [number, number] = [0, 0]
  baseline.forEach((count, cell) => {
    const both: [number, number] = [count + carried[0], (current[cell] ?? 0) + carried[1]]
    carried = [0, 0]
    const before = runs.at(-1)
    if (!isOutside(cell)) runs.push(both)
    else if (before === undefined) carried = both
    else runs[runs.length - 1] = [before[0] + both[0], before[1] + both[1]]
  })
  return Float64Array.from(runs.flat())
}

/** Rows of the baseline from which a cell outside the edges is a bin like any other. */
const outsideMin = 5

/** Cells put together to the tenths of the baseline as nearly as the edges allow; exactly where the bins are the baseline's quantiles. */
function groupToTenths(baseline: readonly number[], current: readonly number[]) {
  const below = runningSums(baseline)
  const total = below.at(-1) ?? 0
  const cuts = Array.from({ length: 9 }, (_, tenth) => {
    const wanted = ((tenth + 1) * total) / 10
    let nearest = 0
    below.forEach((sum, at) => {
      if (Math.abs(sum - wanted) < Math.abs((below[nearest] ?? 0) - wanted)) nearest = at
    })
    return nearest + 1
  })
  const isCut = (cut: number, at: number) =>
    cut < baseline.length && cut !== cuts[at - 1] && (below[cut - 1] ?? 0) < total
  const ends = [...cuts.filter(isCut), baseline.length]
  const sumBetween = (counts: readonly number[]) =>
    ends.map((end, at) => counts.slice(ends[at - 1] ?? 0, end).reduce((sum, count) => sum + count, 0))
  return { baseline: sumBetween(baseline), current: sumBetween(current) }
}

function runningSums(counts: readonly number[]): number[] {
  let sum = 0
  return counts.map((count) => {
    sum += count
    return sum
  })
}

function shownMiddle(middle: number, rows: number): string | null {
  return rows === 0 ? null : String(Number(middle.toPrecision(4)))
}
