import type { ColumnMeasure } from './column-measure'
import { type DriftTestName, driftBars, testWeights } from './drift-bars'

export type AbstainReason = 'no-rows' | 'too-few-rows' | 'no-values' | 'too-few-values' | 'too-few-repeats' | 'constant'

export interface WeighedTest {
  name: DriftTestName
  /** The p by which the test counts within its column: its own over its weight, at most 1. */
  p: number
  /** Effect over its bar: 1 and more is large enough to matter. */
  effect: number
}

export interface WeighedMeasure {
  measure: ColumnMeasure
  tests: WeighedTest[]
  /** The column's p: of the tests whose effect is large enough, the smallest. 1 when there is none. */
  p: number
  /** Why nothing, or nothing of the values, can be said. */
  reason: AbstainReason | null
  /** The rows it was held to take on each side. */
  rowsMin: number
}

/**
 * What a measure weighs: its tests with their effects, and the p under which the column takes part in its table's correction. `rowsMin` may be set by
 * whoever knows that fewer rows will do; the bar of values follows it down.
 */
export function weighMeasure(measure: ColumnMeasure, rowsMin: number = driftBars.rowsMin): WeighedMeasure {
  const reason = abstainReason(measure, rowsMin)
  const raw = [...distributionTests(measure), ...categoryTests(measure), ...missingTest(measure)]
  const whole = raw.reduce((sum, { name }) => sum + testWeights[name], 0)
  const tests = raw.map(({ name, p, effect }) => ({ name, effect, p: Math.min(1, (p * whole) / testWeights[name]) }))
  const p = tests.reduce((least, test) => (test.effect >= 1 ? Math.min(least, test.p) : least), 1)
  return { measure, tests, p, reason, rowsMin }
}

function abstainReason(measure: ColumnMeasure, rowsMin: number): AbstainReason | null {
  const { kind, rows, values, pooled, cardinality, scale, wasserstein } = measure
  const least = Math.min(rows.baseline, rows.current)
  if (least === 0) return 'no-rows'
  if (least < rowsMin) return 'too-few-rows'
  if (Math.min(values.baseline, values.current) === 0) return 'no-values'
  if (Math.min(values.baseline, values.current) < Math.min(rowsMin, driftBars.valuesMin)) return 'too-few-values'
  if (kind === 'numeric') return scale === 0 && wasserstein === 0 ? 'constant' : null
  if (pooled !== null) return null
  return cardinality === null ? 'constant' : 'too-few-repeats'
}

function distributionTests(measure: ColumnMeasure): WeighedTest[] {
  const { ks, distance, location, spread, values } = measure
  if (ks === null) return []
  // Under so few values the tests still say how sure they are, which the score shows; the verdict abstains by the reason.
  if (Math.min(values.baseline, values.current) < 2) return []
  const effect = distance === null ? ks.statistic / driftBars.constantShareMin : distance / driftBars.distanceMin
  // In this order: of tests that are equally strong the first is named.
  const tests: WeighedTest[] = []
  if (location !== null) tests.push({ name: 'location', p: location, effect })
  if (spread !== null) tests.push({ name: 'spread', p: spread, effect })
  return [...tests, { name: 'shape', p: ks.p, effect }]
}

function categoryTests({ pooled, cardinality }: ColumnMeasure): WeighedTest[] {
  const tests: WeighedTest[] = []
  if (pooled !== null) {
    const effect = Math.max(pooled.variation / driftBars.variationMin, pooled.unseenRate / driftBars.unseenRateMin)
    tests.push({ name: 'categories', p: pooled.p, effect })
  }
  const distinct = cardinality === null ? 0 : Math.max(cardinality.baselineDistinct, cardinality.currentDistinct)
  if (cardinality !== null && distinct >= driftBars.cardinalityDistinctMin) {
    const effect = Math.abs(Math.log(cardinality.ratio)) / Math.log(driftBars.cardinalityFactorMin)
    tests.push({ name: 'cardinality', p: cardinality.p, effect })
  }
  return tests
}

function missingTest({ missing }: ColumnMeasure): WeighedTest[] {
  if (missing === null) return []
  const effect = Math.abs(missing.currentRate - missing.baselineRate) / driftBars.missingMin
  return [{ name: 'missing', p: missing.p, effect }]
}
