import { normalQuantile } from '../numerics/normal-distribution'
import { binomialMass } from '../numerics/saddle-point'

/** Numbers strictly between 0 and 1, the same for the same seed (the generator sfc32). */
export type Random = () => number

export function makeRandom(seed: number): Random {
  let [a, b, c, counter] = [seed | 0, 0x9e3779b9 | 0, 0x243f6a88 | 0, 1]
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return ((sum >>> 0) + 0.5) / 4294967296
  }
  for (let warmUp = 0; warmUp < 12; warmUp += 1) next()
  return next
}

/** How many of n succeed, each with the chance p: exactly, by inversion from the mode outwards. */
export function drawBinomial(n: number, p: number, random: Random): number {
  if (n === 0 || p <= 0) return 0
  if (p >= 1) return n
  if (p > 0.5) return n - drawBinomial(n, 1 - p, random)
  const mode = Math.floor((n + 1) * p)
  const odds = p / (1 - p)
  let left = random()
  let [low, high] = [mode, mode]
  let lowMass = binomialMass(mode, n, p)
  let highMass = lowMass
  left -= lowMass
  while (left > 0 && (low > 0 || high < n)) {
    if (high < n) {
      highMass *= ((n - high) / (high + 1)) * odds
      high += 1
      left -= highMass
      if (left <= 0) return high
    }
    if (low > 0) {
      lowMass *= low / (n - low + 1) / odds
      low -= 1
      left -= lowMass
      if (left <= 0) return low
    }
    if (highMass + lowMass < 1e-300) break
  }
  return mode
}

/** How many of n fall in each cell, given the chances of the cells. */
export function drawMultinomial(n: number, chances: readonly number[], random: Random): number[] {
  let [left, rest] = [n, 1]
  return chances.map((chance, at) => {
    const count = at === chances.length - 1 ? left : drawBinomial(left, Math.min(1, chance / rest), random)
    left -= count
    rest = Math.max(1e-15, rest - chance)
    return count
  })
}

/** A gamma variable of the given shape from 1 on (Marsaglia and Tsang). */
export function drawGamma(shape: number, random: Random): number {
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const z = normalQuantile(random())
    const v = (1 + c * z) ** 3
    if (v > 0 && Math.log(random()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v
  }
}
