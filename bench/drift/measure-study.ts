import { driftBars } from '@/lib/capabilities/drift/domain/column/drift-bars'
import { judgeColumn } from '@/lib/capabilities/drift/domain/column/judge-column'
import { judgeTable } from '@/lib/capabilities/drift/domain/column/judge-table'
import { weighMeasure } from '@/lib/capabilities/drift/domain/column/weigh-measure'
import type { NumericFamily } from '@/lib/capabilities/drift/domain/testing/column-families'
import { makeRandom } from '@/lib/capabilities/drift/domain/testing/random-draws'
import {
  type MeasuredFrom,
  simulateNumeric,
  simulateTable,
} from '@/lib/capabilities/drift/domain/testing/simulate-column'

const columns = 100

/** How many of so many runs of a table in which nothing moved raise an alarm, and how many columns abstain. */
export function countAlarms(rows: number, runs: number, from: MeasuredFrom, seed: number) {
  const random = makeRandom(seed)
  let [alarms, abstained] = [0, 0]
  for (let run = 0; run < runs; run += 1) {
    const judged = judgeTable(simulateTable(columns, rows, from, random).map((measure) => weighMeasure(measure)))
    if (judged.some(({ verdict }) => verdict === 'drift')) alarms += 1
    abstained += judged.filter(({ verdict }) => verdict === 'cannot-tell').length
  }
  return { rows, runs, from, alarms, abstained: abstained / (runs * columns) }
}

/**
 * The share of runs in which a shift of so many deviations in one column is found. The other columns are held to take their full part of the level
 * (p times a hundred), which is never less strict than the correction in a table.
 */
export function measurePower(
  family: Pick<NumericFamily, 'name' | 'deviation' | 'quantile'>,
  study: { rows: number; runs: number; shift: number; from: MeasuredFrom; seed: number; columns?: number },
) {
  const random = makeRandom(study.seed)
  let [found, abstained] = [0, 0]
  for (let run = 0; run < study.runs; run += 1) {
    const weighed = weighMeasure(simulateNumeric(family, { ...study, nullRate: 0, random }))
    const adjustedP = Math.min(1, weighed.p * (study.columns ?? columns))
    const { verdict } = judgeColumn(weighed, { level: driftBars.level, adjustedP })
    if (verdict === 'drift') found += 1
    if (verdict === 'cannot-tell') abstained += 1
  }
  return { family: family.name, rows: study.rows, runs: study.runs, found, abstained }
}

/** A rate with its 95 % interval (Wilson) in percent. */
export function shownRate(part: number, whole: number): string {
  const z = 1.96
  const p = part / whole
  const centre = (p + (z * z) / (2 * whole)) / (1 + (z * z) / whole)
  const half = (z * Math.sqrt((p * (1 - p)) / whole + (z * z) / (4 * whole * whole))) / (1 + (z * z) / whole)
  const percent = (share: number) => (100 * share).toFixed(2)
  return `${percent(p)} (${percent(Math.max(0, centre - half))}–${percent(centre + half)})`
}
