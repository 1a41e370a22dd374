const pi2 = Math.PI ** 2
const pi4 = Math.PI ** 4
const pi6 = Math.PI ** 6
const rootTwoPi = Math.sqrt(2 * Math.PI)

/**
 * Pr(Dₙ ≤ d) for n above about 140 by the expansion of Pelz and Good (1976), K₀ + K₁/√n + K₂/n + K₃/n^1.5, in the form that converges for small
 * z = d√n. Not for the far tail, where one minus it says nothing.
 */
export function kolmogorovByPelzGood(n: number, d: number): number {
  const z = Math.sqrt(n) * d
  const z2 = z * z
  const z4 = z2 * z2
  const z6 = z4 * z2
  const qLog = -pi2 / 8 / z2
  if (qLog < -708) return 0
  const kMax = Math.ceil((16 * z) / Math.PI)
  const sums = [0, 0, 0, 0]
  for (let k = kMax; k > 0; k -= 1) {
    const m2 = (2 * k - 1) ** 2
    const m4 = m2 * m2
    const weight = Math.exp(qLog * m2)
    const terms = [
      1,
      -z2 + (pi2 / 4) * m2,
      6 * z6 + 2 * z4 + (((2 * z4 - 5 * z2) * pi2) / 4) * m2 + ((pi4 * (1 - 2 * z2)) / 16) * m4,
      -30 * z6 -
        90 * z4 * z4 +
        ((pi2 * (135 * z4 - 96 * z6)) / 4) * m2 +
        ((pi4 * (-60 * z2 + 212 * z4)) / 16) * m4 +
        ((pi6 * (5 - 30 * z2)) / 64) * m4 * m2,
    ]
    terms.forEach((term, index) => {
      sums[index] = (sums[index] ?? 0) + weight * term
    })
  }
  const scales = [z, 6 * z4, 72 * z6 * z, 6480 * z6 * z4]
  const parts = sums.map((sum, index) => (sum * rootTwoPi) / (scales[index] ?? 1))
  let second = 0
  let third = 0
  for (let k = kMax; k > 0; k -= 1) {
    const weight = Math.exp((-pi2 / 2 / z2) * k * k) * k * k
    second += weight
    third += (3 * z2 - pi2 * k * k) * weight
  }
  parts[2] = (parts[2] ?? 0) + (second * pi2 * rootTwoPi) / (-36 * z2 * z)
  parts[3] = (parts[3] ?? 0) + (third * pi2 * rootTwoPi) / (216 * z6)
  return parts.reduce((sum, part, index) => sum + part / n ** (index / 2), 0)
}
