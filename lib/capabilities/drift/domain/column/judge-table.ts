import { driftBars } from './drift-bars'
import { type ColumnJudgement, judgeColumn } from './judge-column'
import type { WeighedMeasure } from './weigh-measure'

/**
 * The verdicts on the columns of one table together. The p of a column is corrected for the number of columns that could be judged (Benjamini and
 * Hochberg, 1995): where nothing moved the chance of any finding is at most the level, else the expected share of false ones among the findings is.
 * Columns that abstain do not count.
 */
export function judgeTable(columns: readonly WeighedMeasure[], level: number = driftBars.level): ColumnJudgement[] {
  const judged = columns.flatMap((column, index) => (isJudged(column) ? [{ p: column.p, index }] : []))
  const adjusted = adjustForMany(judged.map(({ p }) => p))
  const byIndex = new Map(judged.map(({ index }, position) => [index, adjusted[position] ?? 1]))
  return columns.map((column, index) => judgeColumn(column, { level, adjustedP: byIndex.get(index) ?? 1 }))
}

/** Each p as the level at which it would be among the findings of all of them, by the step-up rule of Benjamini and Hochberg. */
export function adjustForMany(values: readonly number[]): number[] {
  const order = values.map((p, index) => ({ p, index })).sort((one, other) => other.p - one.p)
  const adjusted = values.map(() => 1)
  let least = 1
  order.forEach(({ p, index }, place) => {
    least = Math.min(least, (p * values.length) / (values.length - place))
    adjusted[index] = least
  })
  return adjusted
}

function isJudged({ reason, tests }: WeighedMeasure): boolean {
  return reason !== 'no-rows' && reason !== 'too-few-rows' && tests.length > 0
}
