import { kolmogorovByMatrix } from './kolmogorov-matrix'
import { kolmogorovByPelzGood } from './pelz-good'
import { binomialMass, stirlingError } from './saddle-point'

/** Above so many values Smirnov's sum would take longer than a person waits. */
const summedByDefaultMax = 2_000_000

/**
 * The chance that Kolmogorov's one-sample statistic of n values (a whole number from 1) exceeds d. Chooses the exact form or expansion by n and
 * n d² as Simard and L'Ecuyer (2011) do, so that it is good to some 1e-10 everywhere and relatively so in the far tail. Above `summedMax` values the
 * far tail is by leading terms, whose error is of the order of 1 / n of the value.
 */
export function kolmogorovTail(n: number, d: number, summedMax = summedByDefaultMax): number {
  if (d >= 1) return 0
  const t = n * d
  if (t <= 0.5) return 1
  if (t <= 1) return 1 - Math.exp(logFactorialShare(n) + n * Math.log(2 * t - 1))
  if (t >= n - 1) return 2 * (1 - d) ** n
  const nd2 = t * d
  const isTail = d >= 0.5 || nd2 > 4 || (n > 140 && nd2 >= 2.2)
  if (isTail) return nd2 >= 370 ? 0 : Math.min(1, 2 * (n > summedMax ? leadingTerms(n, d) : smirnovTail(n, d)))
  const isSmall = n <= 140 || (n <= 100_000 && n * d ** 1.5 <= 1.4)
  const below = isSmall ? kolmogorovByMatrix(n, d) : kolmogorovByPelzGood(n, d)
  return Math.min(1, Math.max(0, 1 - below))
}

/**
 * The chance that the one-sided statistic of n values exceeds d: Smirnov's finite sum, written as binomial masses so that no term overflows or
 * cancels.
 */
function smirnovTail(n: number, d: number): number {
  let sum = 0
  for (let j = Math.floor(n * (1 - d)); j >= 0; j -= 1) {
    const share = d + j / n
    const rest = 1 - share
    if (rest >= 0) sum += binomialMass(j, n, share, rest) / share
  }
  return d * sum
}

/** The leading terms of Smirnov's sum (Maag and Dicaire, 1971). */
function leadingTerms(n: number, d: number): number {
  return Math.exp(-((6 * n * d + 1) ** 2) / (18 * n))
}

/** ln(n! / nⁿ). */
function logFactorialShare(n: number): number {
  return stirlingError(n) - n + 0.5 * Math.log(2 * Math.PI * n)
}
