import { expectMeasure, type PastMeasure } from './expect-measure'

export interface HistoryJudgement {
  verdict: 'anomaly' | 'usual' | 'cannot-tell'
  expected: number | null
  low: number | null
  high: number | null
  why: string
}

/** Whether a number of rows is unusual for its hour, weekday and day of the month. Zero rows where rows are expected is an anomaly by the same bounds. */
export function judgeRowCount(
  history: readonly PastMeasure[],
  latest: PastMeasure,
  utcOffsetMinutes = 0,
): HistoryJudgement {
  const expectation = expectMeasure(history, latest.atMs, utcOffsetMinutes)
  if (expectation.outcome === 'cannot-tell')
    return { verdict: 'cannot-tell', expected: null, low: null, high: null, why: expectation.why }
  const { value: expected, low, high } = expectation
  const verdict = latest.value < low || latest.value > high ? 'anomaly' : 'usual'
  const why = `${shown(latest.value)} rows where ${shown(expected)} are usual (${shown(low)} to ${shown(high)}) at this hour, weekday and day of the month`
  return { verdict, expected, low, high, why }
}

const shown = (value: number) => Math.round(value).toLocaleString('en')
