import { poissonMass } from './saddle-point'

/**
 * The upper regularised incomplete gamma function Q(a, x), for a > 0 and x ≥ 0: by the series of P below a + 1 and by Lentz's continued fraction
 * above. Relative error below 1e-12 wherever the value is above 1e-290.
 */
export function upperGamma(a: number, x: number): number {
  if (!(a > 0) || Number.isNaN(x)) return Number.NaN
  if (x <= 0) return 1
  if (x === Number.POSITIVE_INFINITY) return 0
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x)
}

/** The chance that a chi-square variable of so many degrees of freedom exceeds the statistic; 1 with none. */
export function chiSquareTail(statistic: number, degrees: number): number {
  return degrees === 0 ? 1 : upperGamma(degrees / 2, statistic / 2)
}

function lowerSeries(a: number, x: number): number {
  let term = 1
  let sum = 1
  // Terms fall from the first on, more slowly the larger a is: about 9 √a of them matter.
  for (let n = 1; n < 1e7; n += 1) {
    term *= x / (a + n)
    sum += term
    if (term < sum * 1e-17) break
  }
  return poissonMass(a, x) * sum
}

function upperFraction(a: number, x: number): number {
  const tiny = 1e-300
  let b = x + 1 - a
  let c = 1 / tiny
  let d = 1 / b
  let h = d
  for (let i = 1; i < 1e7; i += 1) {
    const an = -i * (i - a)
    b += 2
    d = an * d + b
    if (Math.abs(d) < tiny) d = tiny
    c = b + an / c
    if (Math.abs(c) < tiny) c = tiny
    d = 1 / d
    const delta = d * c
    h *= delta
    if (Math.abs(delta - 1) < 1e-16) break
  }
  return poissonMass(a, x) * a * h
}
