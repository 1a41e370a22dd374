import type { ColumnHistogram } from '../column/column-histogram'
import type { ColumnMeasure } from '../column/column-measure'
import { measureHistograms } from '../column/measure-histograms'
import { measureCategoricalSamples, measureNumericSamples } from '../column/measure-samples'
import { continuousFamilies, discreteFamilies, type NumericFamily } from './column-families'
import { drawBinomial, drawGamma, drawMultinomial, type Random } from './random-draws'

/** Whether columns are measured from their values or from counts on fifty bins of the baseline. */
export type MeasuredFrom = 'values' | 'bins'

const bins = 50
const nullRates = [0, 0, 0.03, 0.1]
const sampledFamilies = [...continuousFamilies, ...discreteFamilies]

/** The measures of a table of so many columns, three in four of them numeric, of which nothing moved: both sides are drawn alike. */
export function simulateTable(columns: number, rows: number, from: MeasuredFrom, random: Random): ColumnMeasure[] {
  const families = from === 'values' ? sampledFamilies : continuousFamilies
  return Array.from({ length: columns }, (_, at) => {
    const nullRate = nullRates[at % nullRates.length] ?? 0
    if (at % 4 === 3) return simulateCategories(2 + (at % 11), { rows, nullRate, random })
    const family = families[at % families.length] ?? continuousFamilies[0]
    return family === undefined ? never() : simulateNumeric(family, { rows, nullRate, from, random, shift: 0 })
  })
}

interface Simulated {
  rows: number
  nullRate: number
  random: Random
}

/** A numeric column whose current side is shifted by so many of the family's deviations. */
export function simulateNumeric(
  family: Pick<NumericFamily, 'deviation' | 'quantile'> & Partial<Pick<NumericFamily, 'below'>>,
  { rows, nullRate, from, random, shift }: Simulated & { from: MeasuredFrom; shift: number },
): ColumnMeasure {
  const [nulls, nullsNow] = [drawBinomial(rows, nullRate, random), drawBinomial(rows, nullRate, random)]
  const by = shift * family.deviation
  if (from === 'bins' && family.below !== undefined)
    return binnedColumn(
      { quantile: family.quantile, below: family.below },
      by,
      [rows - nulls, nulls],
      [rows - nullsNow, nullsNow],
      random,
    )
  const draw = (count: number, added: number) =>
    Float64Array.from({ length: count }, () => family.quantile(random()) + added).sort()
  return measureNumericSamples(
    { sorted: draw(rows - nulls, 0), nulls },
    { sorted: draw(rows - nullsNow, by), nulls: nullsNow },
  )
}

function simulateCategories(categories: number, { rows, nullRate, random }: Simulated): ColumnMeasure {
  const weights = Array.from({ length: categories }, (_, at) => 1 / (at + 1))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const draw = () => {
    const nulls = drawBinomial(rows, nullRate, random)
    const counts = drawMultinomial(
      rows - nulls,
      weights.map((weight) => weight / whole),
      random,
    )
    return { counts: new Map(counts.map((count, at) => [`c${at}`, count])), nulls }
  }
  return measureCategoricalSamples(draw(), draw())
}

/**
 * Both sides of a column as counts on the baseline's quantile bins, in law exactly as if the values had been drawn, sorted and counted: the edges are
 * order statistics of the baseline (gamma spacings), the current counts multinomial given them.
 */
function binnedColumn(
  { quantile, below }: Pick<NumericFamily, 'quantile' | 'below'>,
  by: number,
  [n, nulls]: readonly [number, number],
  [m, nullsNow]: readonly [number, number],
  random: Random,
): ColumnMeasure {
  const counts = Array.from(
    { length: bins },
    (_, bin) => Math.floor(((bin + 1) * n) / bins) - Math.floor((bin * n) / bins),
  )
  const gaps = [1, ...counts.map((count, bin) => (bin === 0 ? count - 1 : count)), 1].map((shape) =>
    drawGamma(shape, random),
  )
  const whole = gaps.reduce((sum, gap) => sum + gap, 0)
  let at = 0
  const edges = gaps.slice(0, -1).map((gap) => {
    at += gap / whole
    return quantile(at)
  })
  const shares = edges.map((edge) => below(edge - by))
  const chances = [...shares, 1].map((share, cell) => Math.max(0, share - (shares[cell - 1] ?? 0)))
  const drawn = drawMultinomial(m, chances, random)
  const [least, most] = [quantile(1 - random() ** (1 / m)), quantile(random() ** (1 / m))].map((value) => value + by)
  const common = { edges, nan: 0, positiveInfinity: 0, negativeInfinity: 0 }
  const baseline: ColumnHistogram = {
    ...common,
    counts,
    below: 0,
    above: 0,
    min: edges[0] ?? 0,
    max: edges.at(-1) ?? 0,
    nulls,
  }
  const current: ColumnHistogram = {
    ...common,
    counts: drawn.slice(1, -1),
    below: drawn[0] ?? 0,
    above: drawn.at(-1) ?? 0,
    min: least ?? 0,
    max: most ?? 0,
    nulls: nullsNow,
  }
  return measureHistograms(baseline, current)
}

function never(): never {
  throw new RangeError('There is no family')
}
