/** Shares below this count as this, so that an empty bin does not make the index infinite. */
const shareMin = 1e-4

export interface BinDivergence {
  /** Population stability index, Σ (q − p) ln(q / p), shares floored at 1e-4. */
  psi: number | null
  /** Jensen–Shannon distance, the root of the divergence to base 2: 0 for equal shares, 1 for shares without overlap. */
  js: number | null
}

/** PSI and Jensen–Shannon of two rows of counts over the same bins or categories. Undefined with fewer than two bins, or where a side is empty. */
export function binDivergence(baseline: readonly number[], current: readonly number[]): BinDivergence {
  const [n, m] = [sumOf(baseline), sumOf(current)]
  if (baseline.length < 2 || n === 0 || m === 0) return { psi: null, js: null }
  let [psi, divergence] = [0, 0]
  baseline.forEach((count, index) => {
    const [p, q] = [count / n, (current[index] ?? 0) / m]
    const [flooredP, flooredQ] = [Math.max(p, shareMin), Math.max(q, shareMin)]
    psi += (flooredQ - flooredP) * Math.log(flooredQ / flooredP)
    const middle = (p + q) / 2
    if (p > 0) divergence += 0.5 * p * Math.log2(p / middle)
    if (q > 0) divergence += 0.5 * q * Math.log2(q / middle)
  })
  return { psi, js: Math.sqrt(Math.min(1, Math.max(0, divergence))) }
}

/** Half the sum of the differences of shares: the share of rows that would have to change their bin. Null where a side is empty. */
export function totalVariation(baseline: readonly number[], current: readonly number[]): number | null {
  const [n, m] = [sumOf(baseline), sumOf(current)]
  if (n === 0 || m === 0) return null
  return 0.5 * baseline.reduce((sum, count, index) => sum + Math.abs(count / n - (current[index] ?? 0) / m), 0)
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
