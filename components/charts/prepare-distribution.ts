export type DistributionBin = {
  label: string | null
  low: number | null
  high: number | null
  baseline: number
  current: number
}
export type DrawnBin = { name: string; baseline: number; current: number }
export type Distribution = { bars: DrawnBin[]; isNumeric: boolean; top: number; summary: string }

const binsMax = 25

/**
 * Both sides per bin or category in percent of the rows with a value. Neighbouring bins of numbers are put together until a drawing can hold them; their
 * sums stay what they were.
 */
export function prepareDistribution(bins: readonly DistributionBin[]): Distribution {
  const isNumeric =
    bins.every(({ label }) => label === null) && bins.some(({ low, high }) => low !== null || high !== null)
  const shown = isNumeric ? joinBins(bins) : bins
  const bars = shown.map((bin) => ({
    name: isNumeric ? nameRange(bin) : (bin.label ?? 'others'),
    baseline: bin.baseline * 100,
    current: bin.current * 100,
  }))
  const widest = bars.reduce<DrawnBin | null>(
    (found, bar) => (found === null || gap(bar) > gap(found) ? bar : found),
    null,
  )
  const summary =
    widest === null
      ? 'No values are shown.'
      : `${bars.length} ${isNumeric ? 'bins' : 'values'}; the widest gap is at ${widest.name}: ${percent(widest.baseline)} before, ${percent(widest.current)} now`
  return { bars, isNumeric, top: Math.max(1, ...bars.flatMap(({ baseline, current }) => [baseline, current])), summary }
}

const gap = ({ baseline, current }: DrawnBin) => Math.abs(baseline - current)
const percent = (value: number) => `${value.toFixed(1)} %`

function joinBins(bins: readonly DistributionBin[]): DistributionBin[] {
  const step = Math.ceil(bins.length / binsMax)
  const joined: DistributionBin[] = []
  for (let at = 0; at < bins.length; at += step) {
    const group = bins.slice(at, at + step)
    joined.push({
      label: null,
      low: group[0]?.low ?? null,
      high: group.at(-1)?.high ?? null,
      baseline: group.reduce((sum, { baseline }) => sum + baseline, 0),
      current: group.reduce((sum, { current }) => sum + current, 0),
    })
  }
  return joined
}

function nameRange({ low, high }: DistributionBin): string {
  if (low === null) return `under ${short(high)}`
  return high === null ? `${short(low)} and over` : `${short(low)} to ${short(high)}`
}

function short(value: number | null): string {
  return value === null ? '' : String(Number(value.toPrecision(4)))
}
