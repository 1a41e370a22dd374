/**
 * The chance that two samples of n and m values of one distribution differ by at least h / lcm(n, m) in their distribution functions, exactly, by
 * counting lattice paths (Hodges, 1957). Shares of paths are carried instead of counts, so nothing overflows. Work grows with n for equal sizes and
 * with d · n · m otherwise. Null where the arithmetic leaves [0, 1], as it may for the largest sizes.
 */
export function smirnovExact(n: number, m: number, h: number): number | null {
  if (h <= 0) return 1
  const p = n === m ? equalSizes(n, h) : differentSizes(Math.max(n, m), Math.min(n, m), h)
  return p >= 0 && p <= 1 ? p : null
}

/** The greatest whole number that divides both. */
export function greatestDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestDivisor(other, one % other)
}

/** 2 Σ (−1)^(k−1) C(2n, n − kh) / C(2n, n), nested from the smallest term outwards. */
function equalSizes(n: number, h: number): number {
  let nested = 0
  for (let k = Math.floor(n / h); k >= 0; k -= 1) {
    let term = 1
    for (let j = 0; j < h; j += 1) term = ((n - k * h - j) * term) / (n + k * h + j + 1)
    nested = term * (1 - nested)
  }
  return 2 * nested
}

/** The share of paths from (0, 0) to (m, n) that leave the band, column by column; only the cells within the band are kept. */
function differentSizes(m: number, n: number, h: number): number {
  const divisor = greatestDivisor(m, n)
  const stepM = m / divisor
  const stepN = n / divisor
  let low = 0
  let high = Math.min(Math.ceil(h / stepM), n + 1)
  let width = high - low
  const shares = new Float64Array(Math.min(2 * high + 2, n + 1) + 1)
  shares.fill(1)
  shares.fill(0, low, high)
  for (let i = 1; i <= m; i += 1) {
    const [lowBefore, widthBefore] = [low, width]
    low = Math.min(Math.max(Math.floor((stepN * i - h) / stepM) + 1, 0), n)
    high = Math.min(Math.ceil((stepN * i + h) / stepM), n + 1)
    if (high <= low) return 1
    width = high - low
    let value = low === 0 ? 0 : 1
    for (let cell = 0; cell < width; cell += 1) {
      const j = cell + low
      value = ((shares[cell + low - lowBefore] ?? 1) * i + value * j) / (i + j)
      shares[cell] = value
    }
    if (widthBefore > width) shares.fill(1, width, widthBefore)
  }
  return shares[width - 1] ?? 1
}
