import { upperGamma } from './regularised-gamma'

/** The chance that a standard normal variable is further from zero than z. */
export function twoSidedTail(z: number): number {
  return upperGamma(0.5, (z * z) / 2)
}

/** The density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / 2.5066282746310007
}

/** The z below which a share p of the standard normal distribution lies; relative error 1e-16 (M. Wichura, algorithm AS 241). */
export function normalQuantile(p: number): number {
  if (p <= 0) return Number.NEGATIVE_INFINITY
  if (p >= 1) return Number.POSITIVE_INFINITY
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q
    return (q * polynomial(centre.above, r)) / polynomial(centre.below, r)
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p))
  const part = r <= 5 ? middle : tail
  const shifted = r <= 5 ? r - 1.6 : r - 5
  const z = polynomial(part.above, shifted) / polynomial(part.below, shifted)
  return q < 0 ? -z : z
}

const centre: Fraction = {
  above: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
    133.14166789178438, 3.3871328727963665,
  ],
  below: [
    5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
    42.31333070160091, 1,
  ],
}
const middle: Fraction = {
  above: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  below: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
}
const tail: Fraction = {
  above: [
    2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
    1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  below: [
    2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133, 0.014875361290850615,
    0.1369298809227358, 0.599832206555888, 1,
  ],
}

/** Horner's scheme for eight coefficients, highest first; written out because ranks of a million values ask for it two million times. */
function polynomial([a, b, c, d, e, f, g, h]: Octet, x: number): number {
  return ((((((a * x + b) * x + c) * x + d) * x + e) * x + f) * x + g) * x + h
}

type Octet = readonly [number, number, number, number, number, number, number, number]

interface Fraction {
  above: Octet
  below: Octet
}
