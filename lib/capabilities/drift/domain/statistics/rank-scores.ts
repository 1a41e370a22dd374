import { normalDensity, normalQuantile, twoSidedTail } from '../numerics/normal-distribution'

/**
 * Values in rising order as runs of equal rank: how many of each side are in the run. Bins of a histogram are such runs too.
 * Flat: baseline count, current count, baseline count, … for speed.
 */
export type RankRuns = Float64Array

export interface RankTests {
  /** Normal scores (van der Waerden): whether one side lies higher. At least as powerful as the t test whatever the distribution (Chernoff–Savage). */
  location: number | null
  /** Squared normal scores (Klotz): whether one side is wider. */
  spread: number | null
}

/** Rows outside the commonest run below which a normal approximation of the score sums is not to be trusted. */
const outsideMin = 20

/**
 * The two-sided p of both rank tests by their permutation distribution, mean and variance exact under ties, its skew taken into account. A run's
 * score is the mean of the score function over its ranks, in closed form: (φ(z₁) − φ(z₂)) N / length, and 1 + (z₁φ(z₁) − z₂φ(z₂)) N / length for the
 * squares. Null where a side is empty or nearly all values are equal.
 */
export function rankTests(runs: RankRuns): RankTests {
  let [n, m, largest] = [0, 0, 0]
  for (let at = 0; at < runs.length; at += 2) {
    const [one, other] = [runs[at] ?? 0, runs[at + 1] ?? 0]
    n += one
    m += other
    largest = Math.max(largest, one + other)
  }
  const total = n + m
  if (n < 2 || m < 2 || total - largest < outsideMin) return { location: null, spread: null }
  const sums = { location: emptyMoments(), spread: emptyMoments() }
  let [rank, density, product] = [0, 0, 0]
  for (let at = 0; at < runs.length; at += 2) {
    const current = runs[at + 1] ?? 0
    const length = (runs[at] ?? 0) + current
    if (length === 0) continue
    rank += length
    const z = rank >= total ? Number.POSITIVE_INFINITY : normalQuantile(rank / total)
    const densityHere = z === Number.POSITIVE_INFINITY ? 0 : normalDensity(z)
    const productHere = z === Number.POSITIVE_INFINITY ? 0 : z * densityHere
    addRun(sums.location, ((density - densityHere) * total) / length, length, current)
    addRun(sums.spread, ((product - productHere) * total) / length, length, current)
    density = densityHere
    product = productHere
  }
  return { location: tailOf(sums.location, n, m), spread: tailOf(sums.spread, n, m) }
}

interface Moments {
  current: number
  square: number
  cube: number
}

function emptyMoments(): Moments {
  return { current: 0, square: 0, cube: 0 }
}

/** Scores have the mean zero over all ranks by construction, so plain sums are central moments. */
function addRun(moments: Moments, score: number, length: number, current: number): void {
  moments.current += score * current
  moments.square += score * score * length
  moments.cube += score * score * score * length
}

function tailOf({ current, square, cube }: Moments, n: number, m: number): number | null {
  const total = n + m
  if (!(square > 0)) return null
  const variance = (n * m * square) / (total * (total - 1))
  const z = current / Math.sqrt(variance)
  const scoreSkew = cube / total / (square / total) ** 1.5
  const skew = (scoreSkew * (n - m) * Math.sqrt(total - 1)) / (Math.sqrt(n * m) * (total - 2))
  const corrected = z - (skew * (z * z - 1)) / 6
  // The larger p of the two: the correction may take a finding back and never makes one.
  const isOver = Math.sign(corrected) !== Math.sign(z)
  return Math.max(twoSidedTail(z), isOver ? 1 : twoSidedTail(corrected))
}
