import { normalQuantile } from '../numerics/normal-distribution'
import type { ColumnMeasure } from './column-measure'
import { driftBars, testWeights } from './drift-bars'
import type { DriftVerdict } from './judge-column'
import type { AbstainReason, WeighedTest } from './weigh-measure'

interface Explained {
  verdict: DriftVerdict
  measure: ColumnMeasure
  reason: AbstainReason | null
  level: number
  rowsMin: number
  test: WeighedTest | null
}

/** One sentence, with the numbers a person would ask for next, why a column got its verdict. */
export function explainVerdict({ verdict, measure, reason, level, rowsMin, test }: Explained): string {
  if (verdict === 'drift' && test !== null) return `${explainTest(measure, test)}; p ${shownP(test.p)} after correction`
  if (verdict === 'cannot-tell' || (reason !== null && reason !== 'too-few-repeats')) {
    const isLikely = reason === 'too-few-rows' && test !== null && test.effect >= 1 && test.p <= level
    return `${explainReason(measure, reason, rowsMin)}${isLikely ? `, though those there are differ (p ${shownP(test.p)})` : ''}`
  }
  const found = test === null ? 'Nothing moved' : `${explainTest(measure, test)}; ${whyNot(test, level)}`
  return measure.kind === 'numeric' ? `${found}. ${explainPower(measure, level)}` : found
}

function explainReason(
  { rows, values, nulls, typical }: ColumnMeasure,
  reason: AbstainReason | null,
  rowsMin: number,
): string {
  switch (reason) {
    case 'no-rows':
      return `There is nothing to compare: ${shownCount(rows.baseline)} rows before and ${shownCount(rows.current)} now`
    case 'too-few-rows':
      return `${shownCount(rows.baseline)} rows before and ${shownCount(rows.current)} now are too few to tell: it takes ${rowsMin} on each side`
    case 'no-values':
      return `There are no values to compare: ${shownRate(nulls.baselineRate)} of the rows were null before and ${shownRate(nulls.currentRate)} are now`
    case 'too-few-values':
      return `${shownCount(values.baseline)} values before and ${shownCount(values.current)} now are too few: it takes ${Math.min(rowsMin, driftBars.valuesMin)} on each side`
    case 'too-few-repeats':
      return 'Hardly any value repeats, so there are no shares to compare'
    default:
      return `Every value is ${typical.current ?? 'the same'}, before and now`
  }
}

function explainTest(measure: ColumnMeasure, { name }: WeighedTest): string {
  const { ks, distance, typical, pooled, cardinality, missing } = measure
  switch (name) {
    case 'location':
    case 'spread':
    case 'shape': {
      if (distance === null)
        return `The constant ${typical.baseline} is left by ${shownRate(ks?.statistic ?? 0)} of the rows`
      const moved = `${shown(distance)} spreads of the baseline`
      const middle = `median ${typical.baseline} → ${typical.current}`
      if (name === 'location') return `Values moved by ${moved} (${middle})`
      return `The ${name === 'spread' ? 'width' : 'shape'} of the values changed by ${moved} (${middle}, KS ${shown(ks?.statistic ?? 0)})`
    }
    case 'categories': {
      const unseen = pooled?.unseenRate ?? 0
      const others = unseen === 0 ? '' : `, ${shownRate(unseen)} in categories not seen before`
      return `${shownRate(pooled?.variation ?? 0)} of the rows are in another category${others}`
    }
    case 'cardinality':
      return `${shownCount(cardinality?.baselineDistinct ?? 0)} → ${shownCount(cardinality?.currentDistinct ?? 0)} distinct values, ${shown(cardinality?.ratio ?? 1)} times as many for as many rows`
    case 'missing':
      return `Missing values ${shownRate(missing?.baselineRate ?? 0)} → ${shownRate(missing?.currentRate ?? 0)}`
  }
}

function whyNot({ p, effect }: WeighedTest, level: number): string {
  if (effect >= 1) return `chance explains it (p ${shownP(p)}, bar ${level})`
  return p <= level ? `sure (p ${shownP(p)}) but too small to matter` : `within chance (p ${shownP(p)}) and small`
}

/** The smallest shift of location that these rows would show nineteen times of twenty, were the values normal. */
function explainPower({ values }: ColumnMeasure, level: number): string {
  const bar = normalQuantile(1 - (level * testWeights.location) / 2) + normalQuantile(0.95)
  const least = Math.max(driftBars.distanceMin, bar * Math.sqrt(1 / values.baseline + 1 / values.current))
  return `A shift under ${shown(least)} spreads could go unseen`
}

const shown = (value: number) => String(Number(value.toPrecision(2)))
const shownP = (p: number) => (p < 1e-12 ? 'under 1e-12' : p < 0.001 ? p.toExponential(0) : shown(p))
const shownCount = (count: number) => Math.round(count).toLocaleString('en')

function shownRate(rate: number | null): string {
  return rate === null ? 'none' : `${Number((rate * 100).toPrecision(3))} %`
}
