export type SparklineDrawing = {
  /** One path for each unbroken stretch: a missing value is a gap, not zero. */
  paths: string[]
  last: { x: number; y: number } | null
}

const inset = 2

/** Values in, oldest first, null where nothing is known; paths for a box of the given size out. A flat line runs in the middle. */
export function prepareSparkline(values: readonly (number | null)[], width = 56, height = 16): SparklineDrawing {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return { paths: [], last: null }
  const least = Math.min(...known)
  const range = Math.max(...known) - least
  const step = values.length > 1 ? (width - 2 * inset) / (values.length - 1) : 0
  const place = (value: number, index: number) => ({
    x: round(inset + index * step),
    y: range === 0 ? height / 2 : round(height - inset - ((value - least) / range) * (height - 2 * inset)),
  })

  const paths: string[] = []
  let stretch: string[] = []
  let last: SparklineDrawing['last'] = null
  for (const [index, value] of values.entries()) {
    if (value === null) {
      if (stretch.length > 1) paths.push(`M${stretch.join('L')}`)
      stretch = []
      continue
    }
    last = place(value, index)
    stretch.push(`${last.x} ${last.y}`)
  }
  if (stretch.length > 1) paths.push(`M${stretch.join('L')}`)
  return { paths, last }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
