/**
 * The error of Stirling's formula, ln Γ(z + 1) − (z ln z − z + ½ ln 2πz), for z > 0. A series from 16 on; below, steps of the exact difference
 * δ(z) − δ(z + 1) = (z + ½) ln(1 + 1/z) − 1 lead there. Good to 1e-15.
 */
export function stirlingError(z: number): number {
  if (z < tableEnd && Number.isInteger(2 * z)) return table[2 * z] ?? stepUp(z)
  return stepUp(z)
}

function stepUp(z: number): number {
  let at = z
  let sum = 0
  while (at < 16) {
    sum += (at + 0.5) * Math.log1p(1 / at) - 1
    at += 1
  }
  const square = at * at
  const series = 1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / (1188 * square)) / square) / square) / square
  return sum + series / at
}

const tableEnd = 16
/** The errors of 0, ½, 1 … 15½, which counts and degrees of freedom ask for most. */
const table = Array.from({ length: 2 * tableEnd }, (_, half) =>
  half === 0 ? Number.POSITIVE_INFINITY : stepUp(half / 2),
)

/** The deviance x ln(x / mean) + mean − x, without the cancellation of writing it so (C. Loader, 2000). Both above zero. */
export function devianceOf(x: number, mean: number): number {
  if (Math.abs(x - mean) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x
  const ratio = (x - mean) / (x + mean)
  let sum = (x - mean) * ratio
  let term = 2 * x * ratio
  for (let j = 1; j < 1000; j += 1) {
    term *= ratio * ratio
    const next = sum + term / (2 * j + 1)
    if (next === sum) break
    sum = next
  }
  return sum
}

/** meanᵃ e⁻ᵐᵉᵃⁿ / Γ(a + 1), the Poisson mass continued to real a > 0, to full precision for large arguments too. */
export function poissonMass(a: number, mean: number): number {
  if (mean <= 0) return 0
  return Math.exp(-stirlingError(a) - devianceOf(a, mean)) / Math.sqrt(2 * Math.PI * a)
}

/** The chance of k of n at p, for whole 0 ≤ k ≤ n; `q` is 1 − p, handed in because the caller knows it better than a subtraction. */
export function binomialMass(k: number, n: number, p: number, q = 1 - p): number {
  if (p <= 0) return k === 0 ? 1 : 0
  if (q <= 0) return k === n ? 1 : 0
  if (k === 0) return Math.exp(n * (p < 0.5 ? Math.log1p(-p) : Math.log(q)))
  if (k === n) return Math.exp(n * Math.log(p))
  const log =
    stirlingError(n) - stirlingError(k) - stirlingError(n - k) - devianceOf(k, n * p) - devianceOf(n - k, n * q)
  return Math.exp(log) / Math.sqrt(2 * Math.PI * k * (1 - k / n))
}
