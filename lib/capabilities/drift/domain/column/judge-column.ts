import { driftBars } from './drift-bars'
import { explainVerdict } from './explain-verdict'
import type { AbstainReason, WeighedMeasure, WeighedTest } from './weigh-measure'

export type DriftVerdict = 'drift' | 'stable' | 'cannot-tell'

export interface ColumnJudgement {
  verdict: DriftVerdict
  /**
   * How close the strongest test comes to a finding, or how far it is past it: the smaller of effect over its bar and of log p over log level. A
   * verdict of drift has 1 or more. Null when nothing could be tested.
   */
  score: number | null
  why: string
  /** The strongest test; null when there is none. */
  test: WeighedTest['name'] | null
  reason: AbstainReason | null
}

export interface JudgeOptions {
  level: number
  /** The column's p after the correction across its table; its own when it is judged by itself. */
  adjustedP: number
}

/**
 * The verdict on one column. Drift needs a corrected p at or below the level and an effect at or above its bar. Too few rows, or nothing to compare, is
 * `cannot-tell`; missing values can still be found to drift where there are rows enough but no values.
 */
export function judgeColumn(
  weighed: WeighedMeasure,
  { level, adjustedP }: JudgeOptions = { level: driftBars.level, adjustedP: weighed.p },
): ColumnJudgement {
  const { measure, reason } = weighed
  // What the correction did to the smallest p of the column it does to each.
  const factor = weighed.p > 0 && weighed.p < 1 ? adjustedP / weighed.p : 1
  const strength = (test: WeighedTest) =>
    Math.min(test.effect, Math.log(Math.max(Math.min(1, test.p * factor), 1e-300)) / Math.log(level))
  const ranked = weighed.tests
    .map((test) => ({ test, score: strength(test) }))
    .sort((one, other) => other.score - one.score)
  const best = ranked[0] ?? null
  const hasRows = reason !== 'no-rows' && reason !== 'too-few-rows'
  const isFinding = (test: WeighedTest) => test.effect >= 1 && adjustedP <= level && test.p * factor <= level
  // Without values enough only what rows tell counts.
  const counts = (test: WeighedTest) => reason === null || test.name === 'missing' || test.name === 'cardinality'
  const finding = hasRows ? ranked.find(({ test }) => isFinding(test) && counts(test)) : undefined
  const verdict = finding !== undefined ? 'drift' : verdictWithout(reason, weighed)
  const named = finding ?? best
  const test = named === null ? null : { ...named.test, p: Math.min(1, named.test.p * factor) }
  return {
    verdict,
    score: named === null ? (verdict === 'stable' ? 0 : null) : Math.max(0, named.score),
    why: explainVerdict({ verdict, measure, reason, level, rowsMin: weighed.rowsMin, test }),
    test: test?.name ?? null,
    reason,
  }
}

function verdictWithout(reason: AbstainReason | null, { tests }: WeighedMeasure): DriftVerdict {
  if (reason === null || reason === 'constant') return 'stable'
  // Values that hardly repeat have no distribution to compare, but how many there are can be.
  return reason === 'too-few-repeats' && tests.some(({ name }) => name === 'cardinality') ? 'stable' : 'cannot-tell'
}
