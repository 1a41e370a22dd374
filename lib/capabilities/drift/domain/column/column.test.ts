import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DriftInputError } from '../drift-input-error'
import { normalQuantile } from '../numerics/normal-distribution'
import { makeRandom } from '../testing/random-draws'
import type { ColumnHistogram } from './column-histogram'
import { measureValues, reportColumn } from './compare-values'
import { histogramFromProfile } from './histogram-from-profile'
import { judgeColumn } from './judge-column'
import { adjustForMany, judgeTable } from './judge-table'
import { measureHistograms } from './measure-histograms'
import { weighMeasure } from './weigh-measure'

const judge = (kind: string, baseline: unknown[], current: unknown[]) =>
  judgeColumn(weighMeasure(measureValues(kind, baseline, current)))
const uniform = (n: number, seed: number, change = (value: number) => value) => {
  const random = makeRandom(seed)
  return Array.from({ length: n }, () => change(random()))
}
const repeat = <Value>(n: number, value: Value): Value[] => Array(n).fill(value)

describe('judgeColumn', () => {
  it('finds a move, a widening, a new category, missing values and vanished variety', () => {
    const base = uniform(1000, 1)
    expect(
      judge(
        'numeric',
        base,
        uniform(1000, 2, (v) => v + 0.1),
      ),
    ).toMatchObject({ verdict: 'drift', test: 'location' })
    expect(
      judge(
        'numeric',
        base,
        uniform(1000, 2, (v) => 2 * v - 0.5),
      ),
    ).toMatchObject({ verdict: 'drift', test: 'spread' })
    const letters = [...repeat(500, 'a'), ...repeat(500, 'b')]
    expect(judge('categorical', letters, [...letters, ...repeat(40, 'c')])).toMatchObject({
      verdict: 'drift',
      test: 'categories',
      why: expect.stringContaining('not seen before'),
    })
    const holes = base.map((value, at) => (at % 4 === 0 ? null : value))
    expect(judge('numeric', base, holes)).toMatchObject({ verdict: 'drift', test: 'missing' })
    const ids = base.map((_, at) => `id-${at}`)
    expect(
      judge(
        'categorical',
        ids,
        ids.map((_, at) => `id-${at % 90}`),
      ),
    ).toMatchObject({ verdict: 'drift' })
  })

  it.each([
    ['no-rows', [], uniform(600, 1), 'cannot-tell'],
    ['too-few-rows', uniform(499, 1), uniform(5000, 2), 'cannot-tell'],
    ['too-few-rows', uniform(499, 1), uniform(499, 2, (v) => v + 9), 'cannot-tell'],
    ['no-values', repeat(600, null), repeat(600, null), 'cannot-tell'],
    ['no-values', repeat(600, null), uniform(600, 1), 'drift'],
    [
      'too-few-values',
      [...repeat(600, null), ...uniform(60, 1)],
      [...repeat(600, null), ...uniform(60, 2)],
      'cannot-tell',
    ],
    ['constant', repeat(600, 7), repeat(700, 7), 'stable'],
    [null, repeat(600, 7), repeat(700, 8), 'drift'],
    [null, repeat(600, 7), [...repeat(595, 7), ...repeat(5, 8)], 'stable'],
  ] as const)('names %s', (reason, baseline, current, verdict) => {
    const found = judge('numeric', [...baseline], [...current])
    expect([found.reason, found.verdict]).toEqual([reason, verdict])
    expect(found.why).toMatch(/\d|Every/)
  })

  it('cannot tell of values that never repeat, unless their number changed', () => {
    const few = Array.from({ length: 30 }, (_, at) => `x${at}`)
    const many = (n: number, name: string) => Array.from({ length: n }, (_, at) => `${name}${at}`)
    expect(judge('categorical', many(600, 'a'), many(600, 'b'))).toMatchObject({
      verdict: 'stable',
      reason: 'too-few-repeats',
    })
    expect(judge('categorical', [...few, ...repeat(600, null)], [...few, ...repeat(600, null)])).toMatchObject({
      verdict: 'cannot-tell',
      reason: 'too-few-values',
    })
    expect(judge('categorical', repeat(600, 'a'), repeat(600, 'a'))).toMatchObject({
      verdict: 'stable',
      reason: 'constant',
    })
  })

  it('does not mind the order of rows, and the unit of values', () => {
    const value = fc.option(fc.integer({ min: -40, max: 40 }), { freq: 6 })
    const rows = fc.array(value, { minLength: 500, maxLength: 560 })
    fc.assert(
      fc.property(rows, rows, fc.integer({ min: 2, max: 60 }), (baseline, current, by) => {
        const found = judge('numeric', baseline, current)
        const scale = (values: (number | null)[]) => values.map((one) => (one === null ? null : one * by))
        const scaled = judge('numeric', scale(baseline).reverse(), scale(current).reverse())
        expect([scaled.verdict, scaled.test]).toEqual([found.verdict, found.test])
        expect(scaled.score).toBeCloseTo(found.score ?? 0, 6)
        expect(judge('numeric', baseline, baseline).verdict).not.toBe('drift')
      }),
      { numRuns: 25 },
    )
  })

  it('has a score of one or more exactly where it finds drift in rows enough', () => {
    for (let seed = 1; seed < 60; seed += 1) {
      const { verdict, score } = judge(
        'numeric',
        uniform(700, seed),
        uniform(700, seed + 100, (v) => v + seed / 900),
      )
      expect((score ?? 0) >= 1).toBe(verdict === 'drift')
    }
  })

  it.each([
    ['numeric', [1, 'two'], 'current.1: is the text "two", not a finite number'],
    ['numeric', [1, Number.NaN], 'current.1: is NaN, not a finite number'],
    ['numeric', [Number.POSITIVE_INFINITY], 'current.0: is beyond the range of numbers, not a finite number'],
    ['numeric', [true], 'current.0: is true, not a finite number'],
    ['categorical', ['a', {}], 'current.1: is an object, not a category'],
    ['categorical', [[1]], 'current.0: is a list, not a category'],
    ['ordinal', [1], 'kind: is neither numeric nor categorical'],
  ])('refuses %s %j', (kind, current, message) => {
    expect(() => measureValues(kind, [1], current)).toThrow(new DriftInputError(message))
    expect(() => measureValues('numeric', undefined, [])).toThrow(new DriftInputError('baseline: is missing'))
  })

  it('takes numbers, booleans and their texts as one category each, and any name', () => {
    const { chi2 } = measureValues('categorical', [1, true, '__proto__'], ['1', 'true', '__proto__'])
    expect(chi2).toEqual({ statistic: 0, p: 1, dof: 2 })
  })

  it('reports what is undefined as null', () => {
    const measure = measureValues('numeric', [null], [])
    expect(reportColumn(measure, judgeColumn(weighMeasure(measure)))).toMatchObject({
      ks: { statistic: null, p: null },
      wasserstein: null,
      psi: null,
      js: null,
      chi2: { statistic: null, p: null, dof: null },
      nulls: { baselineRate: 1, currentRate: null },
      verdict: 'cannot-tell',
      score: null,
    })
  })
})

describe('judgeTable', () => {
  it('asks more of a column among many, and more still stands when many move', () => {
    const weigh = (by: number, seed: number) =>
      weighMeasure(
        measureValues(
          'numeric',
          uniform(1000, seed),
          uniform(1000, seed + 500, (v) => v + by),
        ),
      )
    const still = Array.from({ length: 99 }, (_, at) => weigh(0, at + 1))
    const grid = (by: number) => Array.from({ length: 1000 }, (_, at) => normalQuantile((at + 0.5) / 1000) + by)
    const weak = weighMeasure(measureValues('numeric', grid(0), grid(0.12)))
    expect(judgeColumn(weak).verdict).toBe('drift')
    expect(judgeTable([weak, ...still])[0]?.verdict).toBe('stable')
    expect(judgeTable([weigh(0.2, 900), ...still]).map(({ verdict }) => verdict)).toEqual([
      'drift',
      ...repeat(99, 'stable'),
    ])
  })

  it('corrects by the step-up rule', () => {
    expect(adjustForMany([0.01, 0.04, 0.03, 0.005])).toEqual([0.02, 0.04, 0.04, 0.02])
    expect(adjustForMany([])).toEqual([])
  })
})

describe('measureHistograms', () => {
  const edges = Array.from({ length: 51 }, (_, at) => at / 50)
  const bin = (values: readonly number[], nulls = 0): ColumnHistogram => {
    const counts: number[] = repeat(50, 0)
    const inside = values.filter((value) => value >= 0 && value <= 1)
    for (const value of inside) {
      const at = Math.max(0, Math.ceil(value * 50) - 1)
      counts[at] = (counts[at] ?? 0) + 1
    }
    return {
      edges,
      counts,
      below: values.filter((value) => value < 0).length,
      above: values.filter((value) => value > 1).length,
      min: values.length === 0 ? null : Math.min(...values),
      max: values.length === 0 ? null : Math.max(...values),
      nulls,
      nan: 0,
      positiveInfinity: 0,
      negativeInfinity: 0,
    }
  }

  it('bounds what the values themselves would give', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.double({ min: -0.3, max: 0.3, noNaN: true }), (seed, by) => {
        const [one, other] = [uniform(600, seed), uniform(700, seed + 1000, (v) => v + by)]
        const exact = measureValues('numeric', one, other)
        const binned = measureHistograms(bin(one), bin(other))
        const d = exact.ks?.statistic ?? 0
        expect(binned.binning?.ks.low).toBeLessThanOrEqual(d + 1e-12)
        expect(binned.binning?.ks.high).toBeGreaterThanOrEqual(d - 1e-12)
        const error = Math.abs((binned.wasserstein ?? 0) - (exact.wasserstein ?? 0))
        expect(error).toBeLessThanOrEqual((binned.binning?.wassersteinError ?? 0) + 1e-12)
        expect(binned.scale).toBeCloseTo(exact.scale ?? 0, 1)
      }),
      { numRuns: 40 },
    )
  })

  it('agrees with the values on what moved', () => {
    const base = uniform(2000, 3)
    const verdictOf = (current: number[]) =>
      judgeColumn(weighMeasure(measureHistograms(bin(base), bin(current)))).verdict
    expect(verdictOf(uniform(2000, 4))).toBe('stable')
    expect(verdictOf(uniform(2000, 4, (v) => v + 0.08))).toBe('drift')
    expect(verdictOf(uniform(400, 4))).toBe('cannot-tell')
  })

  it('counts what is no finite number as missing, and only null as null', () => {
    const base = bin(uniform(1000, 5))
    const broken = { ...bin(uniform(900, 6)), nan: 60, positiveInfinity: 40 }
    const measure = measureHistograms(base, broken)
    expect(measure.nulls).toEqual({ baselineRate: 0, currentRate: 0 })
    expect(measure.missing?.currentRate).toBeCloseTo(0.1, 12)
    expect(judgeColumn(weighMeasure(measure))).toMatchObject({ verdict: 'drift', test: 'missing' })
  })

  it('takes a profile with its sample, and knows a constant that became another', () => {
    const profile = (counts: number[], nulls: number, isSampled: boolean) => ({
      histogram: { edges: [1, 2], counts, isSampled },
      nulls,
      min: '0.5',
      max: '2.5',
      notFinite: null,
      distinct: { count: 900, relativeError: 0.0392 },
    })
    const [before, after] = [
      histogramFromProfile(profile([300, 400, 300], 5000, true), 105_000),
      histogramFromProfile(profile([310, 390, 300], 40_000, true), 140_000),
    ]
    if (before === null || after === null) throw new Error('there are bins')
    expect(before).toMatchObject({ below: 300, counts: [400], above: 300, sampledFrom: 100_000, min: 0.5 })
    expect(before.distinct?.relativeError).toBeCloseTo(0.02, 12)
    const measure = measureHistograms(before, after)
    expect(measure).toMatchObject({
      rows: { baseline: 105_000, current: 140_000 },
      values: { baseline: 1000, current: 1000 },
    })
    expect(judgeColumn(weighMeasure(measure))).toMatchObject({ verdict: 'drift', test: 'missing' })
    expect(histogramFromProfile({ ...profile([], 0, false), histogram: null }, 9)).toBeNull()

    const constant = (value: number) => ({ ...bin([]), edges: [7], counts: [], above: 900, min: value, max: value })
    expect(judgeColumn(weighMeasure(measureHistograms(constant(7), constant(7))))).toMatchObject({ verdict: 'stable' })
    expect(judgeColumn(weighMeasure(measureHistograms(constant(7), constant(8))))).toMatchObject({ verdict: 'drift' })
  })

  it('refuses different edges, and says nothing of empty ones', () => {
    const base = bin(uniform(600, 7))
    expect(() => measureHistograms(base, { ...base, edges: edges.map((edge) => edge + 1) })).toThrow(RangeError)
    expect(measureHistograms(bin([], 600), bin([], 600))).toMatchObject({ ks: null, psi: null, wasserstein: null })
  })
})
