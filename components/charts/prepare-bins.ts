export interface BinBar {
  x: number
  width: number
  y: number
  height: number
}

const [boxWidth, boxHeight, barsMax] = [81, 18, 14]

/**
 * Rows per bin as bars of equal width. Bins hold unequal widths of values, so neighbours are put together to equal spans between the first and the last edge;
 * a bin that reaches over several spans gives each its part. Empty without two edges.
 */
export function prepareBins(edges: readonly number[], counts: readonly number[]): BinBar[] {
  const [first, last] = [edges[0], edges.at(-1)]
  if (first === undefined || last === undefined || first === last) return []
  const step = (last - first) / barsMax
  const rows = Array.from({ length: barsMax }, () => 0)
  counts.forEach((count, bin) => {
    // The outer bins are open; what lies in them stands at the ends.
    const from = edges[bin - 1] ?? first
    const to = edges[bin] ?? last
    if (from === to) {
      const at = Math.min(barsMax - 1, Math.max(0, Math.floor((from - first) / step)))
      rows[at] = (rows[at] ?? 0) + count
      return
    }
    for (let at = 0; at < barsMax; at += 1) {
      const overlap = Math.min(to, first + (at + 1) * step) - Math.max(from, first + at * step)
      if (overlap > 0) rows[at] = (rows[at] ?? 0) + count * (overlap / (to - from))
    }
  })
  const most = Math.max(...rows)
  if (most <= 0) return []
  const pitch = boxWidth / barsMax
  return rows.map((row, at) => {
    const height = row === 0 ? 0 : Math.max(1, (row / most) * boxHeight)
    return { x: at * pitch, width: pitch - 1, y: boxHeight - height, height }
  })
}
