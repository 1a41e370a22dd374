import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseEdges, edgePoints } from './choose-edges'
import { distinctFromSample, distinctFromSketch, quietResidue, sketchBits } from './estimate-distinct'
import { refineQuantiles } from './refine-quantiles'
import { rankErrorMax, shareErrorMax } from './sampling-error'

describe('errors of a sample', () => {
  it('are those of the inequalities named', () => {
    expect(rankErrorMax(40_000)).toBeCloseTo(0.008138, 6)
    expect(shareErrorMax(10_000)).toBeCloseTo(0.0098, 6)
    expect([rankErrorMax(0), shareErrorMax(0), rankErrorMax(1)]).toEqual([1, 1, 1])
  })
})

describe('edges', () => {
  it('are every fiftieth, ascending, each once, and finite', () => {
    expect([edgePoints.length, edgePoints[0], edgePoints.at(-1)]).toEqual([49, 0.02, 0.98])
    expect(chooseEdges([3, 1, 1, Number.NaN, 2, Number.POSITIVE_INFINITY])).toEqual([1, 2, 3])
  })
})

describe('distinct values', () => {
  it('keeps every value of a small table and one in 64 of a million', () => {
    expect([0, 1, 16_384, 16_385, 1_000_000].map(sketchBits)).toEqual([0, 0, 0, 1, 6])
  })

  it('are exact without a sketch, and estimated with the error of a binomial count', () => {
    expect(distinctFromSketch({ kept: 7, bits: 0, hotValues: 0, present: 9 })).toEqual({
      count: 7,
      method: 'exact',
      relativeError: 0,
    })
    const estimate = distinctFromSketch({ kept: 31_250, bits: 5, hotValues: 0, present: 1_000_000 })
    expect(estimate).toMatchObject({ count: 1_000_000, method: 'sketch' })
    expect(estimate.relativeError).toBeCloseTo((1.96 * Math.sqrt(31)) / 1_000, 9)
    expect(distinctFromSketch({ kept: 0, bits: 5, hotValues: 20, present: 100 })).toMatchObject({ count: 20 })
    expect(distinctFromSketch({ kept: 10, bits: 5, hotValues: 20, present: 300 }).count).toBe(300)
  })

  it('are told by a sample only when few occur once', () => {
    expect(distinctFromSample({ seen: 100, once: 0, twice: 0 })).toEqual({
      count: 100,
      method: 'sample',
      relativeError: null,
    })
    expect(distinctFromSample({ seen: 100, once: 4, twice: 2 })).toMatchObject({ count: 102 })
    expect(distinctFromSample({ seen: 100, once: 6, twice: 0 })).toBeNull()
    expect(distinctFromSample({ seen: 0, once: 0, twice: 0 })).toBeNull()
  })

  it('puts hot values outside the part that is kept', () => {
    expect(quietResidue(2, [0, 1, 1])).toBe(2)
    expect(quietResidue(1, [0, 1])).toBe(0)
  })
})

describe('refineQuantiles', () => {
  it('asks for the very value, among the rows of a few bins', () => {
    const points = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99]
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 300 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 59 }), { maxLength: 20 }),
        (values, cuts) => {
          const sorted = [...values].sort((one, other) => one - other)
          const edges = [...cuts].sort((one, other) => one - other)
          const binOf = (value: number) => edges.filter((edge) => edge <= value).length
          const counts = [...edges, 0].map((_, bin) => sorted.filter((value) => binOf(value) === bin).length)
          const refined = refineQuantiles(counts, points)
          const kept = sorted.filter((value) => refined?.bins.includes(binOf(value)))
          const at = (list: number[], share: number) => list[Math.max(1, Math.ceil(share * list.length - 1e-9)) - 1]
          expect(refined?.shares.map((share) => at(kept, share))).toEqual(points.map((point) => at(sorted, point)))
        },
      ),
    )
    expect(refineQuantiles([0, 0], points)).toBeNull()
  })
})
