import { describe, expect, it } from 'vitest'
import { continuousFamilies } from '../testing/column-families'
import { makeRandom } from '../testing/random-draws'
import { simulateNumeric, simulateTable } from '../testing/simulate-column'
import { judgeColumn } from './judge-column'
import { judgeTable } from './judge-table'
import { weighMeasure } from './weigh-measure'

/** On a busy machine. */
const timeoutMs = 30_000

/** A short form of `bench/drift`, which has the figures. Seeded: a failure is a change of behaviour and not of luck. */
describe('a table in which nothing moves', () => {
  it.each([
    [500, 'values', 2],
    [1000, 'bins', 40],
    [100_000, 'bins', 10],
  ] as const)(
    'of %d rows by %s raises no more than one alarm in %d runs',
    (rows, from, runs) => {
      const random = makeRandom(11)
      let alarms = 0
      for (let run = 0; run < runs; run += 1) {
        const judged = judgeTable(simulateTable(100, rows, from, random).map((measure) => weighMeasure(measure)))
        if (judged.some(({ verdict }) => verdict === 'drift')) alarms += 1
      }
      expect(alarms).toBeLessThanOrEqual(Math.max(1, runs / 100))
    },
    timeoutMs,
  )
})

describe('a shift of one column', () => {
  const share = (rows: number, shift: number, runs: number, verdict: string) => {
    const random = makeRandom(13)
    let count = 0
    for (let run = 0; run < runs; run += 1) {
      const family = continuousFamilies[run % continuousFamilies.length]
      if (family === undefined) throw new Error('no family')
      const weighed = weighMeasure(simulateNumeric(family, { rows, nullRate: 0, from: 'bins', random, shift }))
      const judged = judgeColumn(weighed, { level: 0.01, adjustedP: Math.min(1, weighed.p * 100) })
      if (judged.verdict === verdict) count += 1
    }
    return count / runs
  }

  it(
    'of a quarter deviation is found among a hundred columns of 1,000 rows',
    () => {
      expect(share(1000, 0.25, 400, 'drift')).toBeGreaterThanOrEqual(0.95)
    },
    timeoutMs,
  )

  it(
    'of a fiftieth stays silent at a million rows',
    () => {
      expect(share(1_000_000, 0.02, 20, 'stable')).toBe(1)
    },
    timeoutMs,
  )

  it('of any size is not told below 500 rows', () => {
    expect(share(499, 2, 30, 'cannot-tell')).toBe(1)
  })
})
