const scaleUp = 2 ** 128

/**
 * Pr(Dₙ ≤ d) for Kolmogorov's one-sample statistic of n values by Durbin's matrix (Marsaglia, Tsang and Wang, 2003). Cost grows with (n d)³ log n:
 * meant for small n d. Powers of two taken out on the way keep it within range.
 */
export function kolmogorovByMatrix(n: number, d: number): number {
  if (d >= 1) return 1
  if (n * d <= 0.5) return 0
  const k = Math.ceil(n * d)
  const size = 2 * k - 1
  const { matrix: power, exponent } = raise(durbinMatrix(size, k - n * d), size, n, (k - 1) * size + k - 1)
  let p = power[(k - 1) * size + k - 1] ?? 0
  let scale = exponent
  for (let i = 1; i <= n; i += 1) {
    p = (i * p) / n
    if (p < 1 / scaleUp) {
      p *= scaleUp
      scale -= 128
    }
  }
  return Math.min(1, Math.max(0, p * 2 ** scale))
}

function durbinMatrix(size: number, h: number): Float64Array {
  const matrix = new Float64Array(size * size)
  const inverse = new Float64Array(size + 1)
  inverse[0] = 1
  for (let j = 1; j <= size; j += 1) inverse[j] = (inverse[j - 1] ?? 0) / j
  for (let row = 0; row < size; row += 1)
    for (let column = 1; column < size; column += 1)
      if (row - column + 1 >= 0) matrix[row * size + column] = inverse[row - column + 1] ?? 0
  for (let j = 1; j <= size; j += 1) {
    const corner = 1 - 2 * h ** size + Math.max(2 * h - 1, 0) ** size
    const value = (j === size ? corner : 1 - h ** j) * (inverse[j] ?? 0)
    matrix[(j - 1) * size] = value
    matrix[(size - 1) * size + size - j] = value
  }
  return matrix
}

function raise(base: Float64Array, size: number, to: number, middle: number) {
  let factor = base
  let factorExponent = 0
  let matrix: Float64Array | null = null
  let exponent = 0
  for (let left = to; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) {
      matrix = matrix === null ? factor : multiply(matrix, factor, size)
      exponent += factorExponent
    }
    if (left === 1) break
    factor = multiply(factor, factor, size)
    factorExponent *= 2
    if ((factor[middle] ?? 0) > scaleUp) {
      factor = factor.map((value) => value / scaleUp)
      factorExponent += 128
    }
  }
  return { matrix: matrix ?? factor, exponent }
}

function multiply(one: Float64Array, other: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size)
  for (let row = 0; row < size; row += 1) {
    for (let inner = 0; inner < size; inner += 1) {
      const value = one[row * size + inner] ?? 0
      if (value === 0) continue
      for (let column = 0; column < size; column += 1)
        product[row * size + column] = (product[row * size + column] ?? 0) + value * (other[inner * size + column] ?? 0)
    }
  }
  return product
}
