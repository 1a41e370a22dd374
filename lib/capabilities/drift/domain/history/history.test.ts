import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalQuantile } from '../numerics/normal-distribution'
import { makeRandom } from '../testing/random-draws'
import { expectMeasure, type PastMeasure } from './expect-measure'
import { judgeFreshness } from './judge-freshness'
import { judgeRowCount } from './judge-row-count'
import { seasonOf } from './season-of'

const dayMs = 86_400_000
const start = Date.UTC(2026, 0, 1, 6)

/** Rows of a shop: quiet weekends, four times as much on the last day of a month, some growth, and noise. */
function shopDays(days: number, seed: number): PastMeasure[] {
  const random = makeRandom(seed)
  return Array.from({ length: days }, (_, day) => {
    const atMs = start + day * dayMs
    const { weekday, monthEdge } = seasonOf(atMs)
    const season = (weekday === 0 || weekday === 6 ? 0.4 : 1) * (monthEdge === -1 ? 4 : 1)
    const noise = Math.exp(0.08 * normalQuantile(random()))
    return { atMs, value: Math.round(20_000 * season * noise * (1 + day / 700)) }
  })
}

const judgeDay = (days: readonly PastMeasure[], at: number, factor = 1) => {
  const latest = days[at] ?? { atMs: 0, value: 0 }
  return judgeRowCount(days.slice(0, at), { ...latest, value: latest.value * factor }).verdict
}

describe('judgeRowCount', () => {
  it('stays silent on weekends and ends of months once it saw two, and finds a loss of half on any day', () => {
    const found = { anomaly: 0, usual: 0, 'cannot-tell': 0 }
    const lost = { anomaly: 0, usual: 0, 'cannot-tell': 0 }
    for (const seed of [1]) {
      const days = shopDays(200, seed)
      for (let at = 70; at < days.length; at += 1) {
        found[judgeDay(days, at)] += 1
        lost[judgeDay(days, at, 0.5)] += 1
      }
    }
    expect(found.anomaly).toBe(0)
    expect(found['cannot-tell']).toBeLessThan(10)
    expect(lost.anomaly / (lost.anomaly + lost.usual)).toBeGreaterThan(0.97)
  }, 30_000)

  it('cannot tell of an end of a month before it saw two of them, nor of anything with too little history', () => {
    const days = shopDays(80, 4)
    const firstEnd = days.findIndex(({ atMs }) => seasonOf(atMs).monthEdge === -1)
    expect(judgeDay(days, firstEnd)).toBe('cannot-tell')
    expect(judgeDay(days, 9)).toBe('cannot-tell')
    expect(judgeRowCount([], { atMs: start, value: 5 }).why).toMatch(/too few/)
  })

  it('knows the hours, by the clock of the place', () => {
    const hours = Array.from({ length: 24 * 35 }, (_, hour) => {
      const atMs = start + hour * 3_600_000
      return { atMs, value: seasonOf(atMs, 120).hour < 6 ? 40 : 4000 }
    })
    const night = hours.at(-4 * 24 + hours.slice(-4 * 24).findIndex(({ value }) => value === 40))
    if (night === undefined) throw new Error('there is a night')
    const past = hours.filter(({ atMs }) => atMs < night.atMs)
    expect(judgeRowCount(past, night, 120).verdict).toBe('usual')
    expect(judgeRowCount(past, { ...night, value: 4000 }, 120).verdict).toBe('anomaly')
  })

  it('takes nothing at all for an anomaly where rows are expected, and looks at the past only', () => {
    const days = shopDays(100, 5)
    expect(judgeDay(days, 90, 0)).toBe('anomaly')
    const latest = days[90] ?? { atMs: 0, value: 0 }
    expect(judgeRowCount(days, latest)).toEqual(judgeRowCount(days.slice(0, 90), latest))
  })

  it('expects more when everything is more, whatever the order it is told in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (seed) => {
        const days = shopDays(90, seed)
        const at = start + 95 * dayMs
        const [one, tenfold] = [
          expectMeasure([...days].reverse(), at),
          expectMeasure(
            days.map((day) => ({ ...day, value: day.value * 10 })),
            at,
          ),
        ]
        if (one.outcome !== 'expected' || tenfold.outcome !== 'expected') throw new Error('there is history enough')
        expect(tenfold.value / one.value).toBeCloseTo(10, 1)
        expect(one.low).toBeLessThan(one.value)
        expect(one.high).toBeGreaterThan(one.value)
      }),
      { numRuns: 5 },
    )
  })
})

describe('judgeFreshness', () => {
  // Every hour on weekdays, nothing at weekends.
  const arrivals = Array.from({ length: 24 * 60 }, (_, hour) => start + hour * 3_600_000).filter(
    (at) => ![0, 6].includes(seasonOf(at).weekday),
  )
  const lastOn = (weekday: number) => {
    const last = arrivals.filter((at) => seasonOf(at).weekday === weekday).at(-1) ?? 0
    return { last, past: arrivals.filter((at) => at <= last) }
  }

  it('finds a table late after its usual gap, and not before', () => {
    const { last, past } = lastOn(3)
    expect(judgeFreshness(past, last + 70 * 60_000).verdict).toBe('usual')
    expect(judgeFreshness(past, last + 5 * 3_600_000).verdict).toBe('anomaly')
    expect(judgeFreshness([], last).verdict).toBe('cannot-tell')
    expect(judgeFreshness(past.slice(-5), last).verdict).toBe('cannot-tell')
  })
})

describe('seasonOf', () => {
  it.each([
    ['2026-02-28T12:00:00Z', 0, { hour: 12, weekday: 6, monthEdge: -1 }],
    ['2028-02-28T12:00:00Z', 0, { hour: 12, weekday: 1, monthEdge: -2 }],
    ['2026-01-31T23:30:00Z', 60, { hour: 0, weekday: 0, monthEdge: 1 }],
    ['2026-01-15T00:00:00Z', -60, { hour: 23, weekday: 3, monthEdge: null }],
  ])('%s at %d minutes', (instant, offset, season) => {
    expect(seasonOf(Date.parse(instant), offset)).toEqual(season)
  })
})
