import { drawnInNormal } from '../statistics/spread-of'
import type { ColumnHistogram } from './column-histogram'

/** Two histograms as rows of counts over common cells: what is below the edges, the bins, what is above; and the bounds of each cell. */
export interface BinnedPair {
  baseline: number[]
  current: number[]
  bounds: { low: number; high: number }[]
}

/** Puts two histograms on the same cells. Refuses histograms of different edges, because their counts say nothing of each other. */
export function pairHistograms(baseline: ColumnHistogram, current: ColumnHistogram): BinnedPair {
  const { edges } = baseline
  if (edges.length !== current.edges.length || edges.some((edge, at) => edge !== current.edges[at]))
    throw new RangeError('The two histograms have different edges')
  const first = edges[0] ?? 0
  const last = edges.at(-1) ?? 0
  const bounds = baseline.counts.map((_, at) => ({ low: edges[at] ?? first, high: edges[at + 1] ?? last }))
  return {
    baseline: [baseline.below, ...baseline.counts, baseline.above],
    current: [current.below, ...current.counts, current.above],
    bounds: [
      { low: Math.min(first, baseline.min ?? first, current.min ?? first), high: first },
      ...bounds,
      { low: last, high: Math.max(last, baseline.max ?? last, current.max ?? last) },
    ],
  }
}

export interface BinnedDistances {
  /** The KS statistic at the edges, which the true one is not below, and what it is not above. */
  ks: { low: number; high: number }
  /** The Wasserstein distance with values spread evenly within cells, and how far the true one may be from it. */
  wasserstein: number
  wassersteinError: number
}

/**
 * KS and Wasserstein from counts. The distribution functions are known at the edges. Between two edges either is monotone, so it strays from the
 * straight line by at most half the cell's share times its width, which bounds the error of the distance; and KS by the steps within the cell.
 */
export function binnedDistances({ baseline, current, bounds }: BinnedPair): BinnedDistances {
  const [n, m] = [sumOf(baseline), sumOf(current)]
  const found: BinnedDistances = { ks: { low: 0, high: 0 }, wasserstein: 0, wassersteinError: 0 }
  let [f, g] = [0, 0]
  bounds.forEach(({ low, high }, at) => {
    const [stepF, stepG] = [(baseline[at] ?? 0) / n, (current[at] ?? 0) / m]
    const width = high - low
    const [before, after] = [f - g, f + stepF - (g + stepG)]
    const crosses = before * after < 0
    const mean = crosses
      ? (before * before + after * after) / (2 * (Math.abs(before) + Math.abs(after)))
      : (Math.abs(before) + Math.abs(after)) / 2
    found.wasserstein += width * mean
    found.wassersteinError += (width * (stepF + stepG)) / 2
    found.ks.low = Math.max(found.ks.low, Math.abs(after))
    found.ks.high = Math.max(found.ks.high, Math.abs(f + stepF - g), Math.abs(g + stepG - f))
    f += stepF
    g += stepG
  })
  found.ks.low = Math.min(1, found.ks.low)
  found.ks.high = Math.min(1, found.ks.high)
  return found
}

/** One side on its cells, with their bounds. */
export interface BinnedSide {
  counts: readonly number[]
  bounds: BinnedPair['bounds']
}

/** The spread as `spreadOf` has it, from bins: values spread evenly within a bin, the outer five percent on each side drawn in. */
export function binnedSpread(side: BinnedSide): number {
  const drawnIn = deviation(side.counts, side.bounds, binnedQuantile(side, 0.05), binnedQuantile(side, 0.95))
  if (drawnIn > 0) return drawnIn / drawnInNormal
  return deviation(side.counts, side.bounds, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
}

/** A quantile from bins, by a straight line within the bin. NaN without rows. */
export function binnedQuantile({ counts, bounds }: BinnedSide, share: number): number {
  const total = sumOf(counts)
  let left = total * share
  let last = Number.NaN
  for (let at = 0; at < counts.length && total > 0; at += 1) {
    const count = counts[at] ?? 0
    if (count === 0) continue
    const { low, high } = bounds[at] ?? { low: last, high: last }
    if (left <= count) return low + (high - low) * (left / count)
    left -= count
    last = high
  }
  return last
}

function deviation(counts: readonly number[], bounds: BinnedPair['bounds'], least: number, most: number): number {
  const n = sumOf(counts)
  if (n === 0) return 0
  const clip = (value: number) => Math.min(most, Math.max(least, value))
  const shift = clip(bounds[bounds.length >> 1]?.low ?? 0)
  let [sum, squares] = [0, 0]
  bounds.forEach(({ low, high }, at) => {
    const count = counts[at] ?? 0
    const [a, b] = [clip(low) - shift, clip(high) - shift]
    sum += (count * (a + b)) / 2
    squares += (count * (a * a + a * b + b * b)) / 3
  })
  return Math.sqrt(Math.max(0, squares / n - (sum / n) ** 2))
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
