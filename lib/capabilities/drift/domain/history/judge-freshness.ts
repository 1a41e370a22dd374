import { expectMeasure } from './expect-measure'
import type { HistoryJudgement } from './judge-row-count'

const minuteMs = 60_000
/** Lateness under this is never an anomaly: schedulers and clocks have their own. */
const graceMinutes = 10

/**
 * Whether a table is later than it usually is, from the instants of its past arrivals. The gap that follows an arrival is expected by the season of that
 * arrival, so that a Friday evening may be followed by a weekend. Early is never an anomaly. Minutes.
 */
export function judgeFreshness(arrivalsMs: readonly number[], nowMs: number, utcOffsetMinutes = 0): HistoryJudgement {
  const past = arrivalsMs.filter((at) => at <= nowMs).sort((one, other) => one - other)
  const last = past.at(-1)
  if (last === undefined)
    return { verdict: 'cannot-tell', expected: null, low: null, high: null, why: 'Nothing arrived yet' }
  const gaps = past.slice(1).map((at, index) => {
    const from = past[index] ?? at
    return { atMs: from, value: (at - from) / minuteMs }
  })
  const expectation = expectMeasure(gaps, last, utcOffsetMinutes)
  if (expectation.outcome === 'cannot-tell')
    return { verdict: 'cannot-tell', expected: null, low: null, high: null, why: expectation.why }
  const age = (nowMs - last) / minuteMs
  const high = Math.max(expectation.high, expectation.value + graceMinutes)
  return {
    verdict: age > high ? 'anomaly' : 'usual',
    expected: expectation.value,
    low: 0,
    high,
    why: `${shown(age)} since the last arrival, where the next usually follows after ${shown(expectation.value)} and by ${shown(high)}`,
  }
}

function shown(minutes: number): string {
  if (minutes < 120) return `${Math.round(minutes)} min`
  return minutes < 2880 ? `${(minutes / 60).toFixed(1)} h` : `${(minutes / 1440).toFixed(1)} days`
}
