import { normalQuantile, twoSidedTail } from '../numerics/normal-distribution'

/** A distribution of values by its quantile and distribution function, and its standard deviation. */
export interface NumericFamily {
  name: string
  deviation: number
  quantile: (share: number) => number
  below: (value: number) => number
}

const normalBelow = (z: number) => (z < 0 ? twoSidedTail(z) / 2 : 1 - twoSidedTail(z) / 2)
const logSigma = 0.8

/** Continuous values: symmetric, skewed, bounded, and with heavy tails. */
export const continuousFamilies: readonly NumericFamily[] = [
  { name: 'normal', deviation: 1, quantile: normalQuantile, below: normalBelow },
  { name: 'uniform', deviation: Math.sqrt(1 / 12), quantile: (u) => u, below: (x) => Math.min(1, Math.max(0, x)) },
  { name: 'exponential', deviation: 1, quantile: (u) => -Math.log1p(-u), below: (x) => (x <= 0 ? 0 : -Math.expm1(-x)) },
  {
    name: 'laplace',
    deviation: Math.SQRT2,
    quantile: (u) => (u < 0.5 ? Math.log(2 * u) : -Math.log(2 * (1 - u))),
    below: (x) => (x < 0 ? Math.exp(x) / 2 : 1 - Math.exp(-x) / 2),
  },
  {
    name: 'lognormal',
    deviation: Math.sqrt(Math.expm1(logSigma ** 2) * Math.exp(logSigma ** 2)),
    quantile: (u) => Math.exp(logSigma * normalQuantile(u)),
    below: (x) => (x <= 0 ? 0 : normalBelow(Math.log(x) / logSigma)),
  },
  {
    name: 'pareto 2.5',
    deviation: Math.sqrt(2.5 / (1.5 ** 2 * 0.5)),
    quantile: (u) => (1 - u) ** (-1 / 2.5),
    below: (x) => (x <= 1 ? 0 : 1 - x ** -2.5),
  },
]

/** Values that repeat: most of them zero, and whole numbers. Drawn only, not binned. */
export const discreteFamilies: readonly Pick<NumericFamily, 'name' | 'deviation' | 'quantile'>[] = [
  {
    name: 'zero-inflated',
    deviation: 4.3,
    quantile: (u) => (u < 0.6 ? 0 : Math.exp(1 + logSigma * normalQuantile((u - 0.6) / 0.4))),
  },
  { name: 'whole numbers', deviation: 4.5, quantile: (u) => Math.floor(-Math.log1p(-u) / 0.2) },
]
