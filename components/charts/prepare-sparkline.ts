export interface Sparkline {
  /** One path a stretch without gaps. */
  paths: string[]
  end: { x: number; y: number } | null
  summary: string
}

const [width, height, inset] = [64, 20, 3]

/** Shares by day, oldest first, as lines over a fixed box; a gap stays a gap. The lowest point is drawn lowest, and a line that never moves lies in the middle. */
export function prepareSparkline(shares: readonly (number | null)[]): Sparkline {
  const known = shares.filter((share) => share !== null)
  const [least, most] = [Math.min(...known), Math.max(...known)]
  const x = (index: number) => round(inset + (index / Math.max(1, shares.length - 1)) * (width - 2 * inset))
  const y = (share: number) =>
    round(most === least ? height / 2 : inset + (1 - (share - least) / (most - least)) * (height - 2 * inset))
  const paths: string[] = []
  let stretch: string[] = []
  shares.forEach((share, index) => {
    if (share === null) {
      if (stretch.length > 0) paths.push(stretch.join(''))
      stretch = []
    } else stretch.push(`${stretch.length === 0 ? 'M' : 'L'}${x(index)} ${y(share)}`)
  })
  if (stretch.length > 0) paths.push(stretch.join(''))
  const at = shares.findLastIndex((share) => share !== null)
  const last = at === -1 ? null : (shares[at] ?? null)
  const percent = (share: number) => `${Number((share * 100).toFixed(1))} %`
  return {
    paths,
    end: last === null ? null : { x: x(at), y: y(last) },
    summary: last === null ? 'No looks in this range' : `${percent(last)} last, ${percent(least)} at the lowest`,
  }
}

function round(number: number): number {
  return Math.round(number * 10) / 10
}
