import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binDivergence, totalVariation } from './bin-divergence'
import { cardinalityShift } from './cardinality'
import { chiSquareTest, poolSmallCounts } from './chi-square'
import { ksTail, ksTest } from './ks-test'
import { rankTests } from './rank-scores'
import { sampleRuns } from './sample-runs'
import { smirnovExact } from './smirnov-exact'
import { spreadOf } from './spread-of'
import { twoSharesTail } from './two-shares'
import { wassersteinDistance } from './wasserstein'

const sorted = (values: readonly number[]) => Float64Array.from(values).sort()
const sample = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 80 }).map(sorted)
const counts = fc.array(fc.nat(60), { minLength: 2, maxLength: 9 })

describe('two samples', () => {
  it('are compared alike from either side', () => {
    fc.assert(
      fc.property(sample, sample, (one, other) => {
        expect(ksTest(one, other).statistic).toBeCloseTo(ksTest(other, one).statistic, 12)
        expect(ksTest(one, other).p).toBeCloseTo(ksTest(other, one).p, 10)
        expect(wassersteinDistance(one, other)).toBeCloseTo(wassersteinDistance(other, one), 10)
      }),
    )
  })

  it('differ by nothing when they are one', () => {
    fc.assert(
      fc.property(sample, (one) => {
        expect(ksTest(one, one)).toEqual({ statistic: 0, p: 1 })
        expect(wassersteinDistance(one, one)).toBe(0)
        for (const p of Object.values(rankTests(sampleRuns(one, one)))) if (p !== null) expect(p).toBeCloseTo(1, 10)
      }),
    )
  })

  it('keep KS and ranks under any rising change of unit, and Wasserstein grows with it', () => {
    fc.assert(
      fc.property(
        sample,
        sample,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: -9, max: 9 }),
        (one, other, by, shift) => {
          const scale = (values: Float64Array) => values.map((value) => value * by + shift)
          expect(ksTest(scale(one), scale(other))).toEqual(ksTest(one, other))
          expect(rankTests(sampleRuns(scale(one), scale(other)))).toEqual(rankTests(sampleRuns(one, other)))
          expect(wassersteinDistance(scale(one), scale(other))).toBeCloseTo(by * wassersteinDistance(one, other), 8)
          expect(spreadOf(scale(one))).toBeCloseTo(by * spreadOf(one), 8)
        },
      ),
    )
  })

  it('are as far apart as they were moved', () => {
    fc.assert(
      fc.property(sample, fc.integer({ min: -20, max: 20 }), (one, by) => {
        expect(
          wassersteinDistance(
            one,
            one.map((value) => value + by),
          ),
        ).toBeCloseTo(Math.abs(by), 9)
      }),
    )
  })

  it('have an exact p that counts every order of their values', () => {
    // All C(6, 3) = 20 orders of two samples of three: D = 1 in two of them, at least 2/3 in twelve.
    expect(smirnovExact(3, 3, 3)).toBeCloseTo(2 / 20, 14)
    expect(smirnovExact(3, 3, 2)).toBeCloseTo(12 / 20, 14)
    expect(smirnovExact(2, 1, 2)).toBeCloseTo(2 / 3, 14)
    expect(ksTail(0, 10, 7)).toBe(1)
  })

  it('have a p that falls as the gap grows', () => {
    const tails = [0.02, 0.04, 0.06, 0.1, 0.2].map((d) => ksTail(d, 1000, 800))
    expect(tails).toEqual([...tails].sort((one, other) => other - one))
  })
})

describe('rank tests', () => {
  const grid = (n: number, change: (value: number) => number) =>
    sorted(Array.from({ length: n }, (_, i) => change((i + 0.5) / n - 0.5)))

  it('tell a move from a widening', () => {
    const base = grid(600, (value) => value)
    const moved = rankTests(
      sampleRuns(
        base,
        grid(600, (value) => value + 0.1),
      ),
    )
    const wider = rankTests(
      sampleRuns(
        base,
        grid(600, (value) => value * 1.4),
      ),
    )
    expect(moved.location).toBeLessThan(1e-6)
    expect(wider.location).toBeGreaterThan(0.9)
    expect(wider.spread).toBeLessThan(1e-6)
  })

  it('say nothing where nearly all values are equal', () => {
    const base = sorted([...Array(600).fill(0), 1, 2])
    expect(rankTests(sampleRuns(base, base))).toEqual({ location: null, spread: null })
    expect(rankTests(sampleRuns(base, sorted([])))).toEqual({ location: null, spread: null })
  })
})

describe('counts', () => {
  it('diverge by nothing from themselves, and alike from either side', () => {
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const length = Math.min(one.length, other.length)
        const [a, b] = [one.slice(0, length), other.slice(0, length)]
        const [there, back] = [binDivergence(a, b), binDivergence(b, a)]
        if (there.psi === null || there.js === null) {
          expect(there).toEqual(back)
          return
        }
        expect(there.psi).toBeCloseTo(back.psi ?? Number.NaN, 9)
        expect(there.js).toBeCloseTo(back.js ?? Number.NaN, 9)
        expect(there.js).toBeGreaterThanOrEqual(0)
        expect(there.js).toBeLessThanOrEqual(1)
        expect(binDivergence(a, a)).toEqual({ psi: 0, js: 0 })
        expect(totalVariation(a, a)).toBe(0)
      }),
    )
  })

  it('are undefined, not zero, with nothing on a side or one bin', () => {
    expect(binDivergence([5], [9])).toEqual({ psi: null, js: null })
    expect(binDivergence([0, 0], [3, 4])).toEqual({ psi: null, js: null })
    expect(totalVariation([1], [])).toBeNull()
    expect(chiSquareTest([0, 0], [1, 2])).toBeNull()
    expect(twoSharesTail(0, 10, 0, 10)).toBeNull()
    expect(twoSharesTail(0, 0, 1, 10)).toBeNull()
  })

  it('do not see the order of categories, nor those that are empty', () => {
    const found = chiSquareTest([30, 0, 20, 9], [25, 0, 11, 14])
    expect(chiSquareTest([9, 30, 20], [14, 25, 11])?.statistic).toBeCloseTo(found?.statistic ?? 0, 12)
    expect(found?.dof).toBe(2)
  })

  it('put together what is too small for the chi-square, until nothing is', () => {
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const length = Math.min(one.length, other.length)
        const pooled = poolSmallCounts(one.slice(0, length), other.slice(0, length))
        const [n, m] = [pooled.baseline, pooled.current].map((row) => row.reduce((sum, count) => sum + count, 0))
        expect([n, m]).toEqual([one, other].map((row) => row.slice(0, length).reduce((sum, count) => sum + count, 0)))
        if (pooled.baseline.length < 2 || n === undefined || m === undefined) return
        pooled.baseline.forEach((count, at) => {
          const total = count + (pooled.current[at] ?? 0)
          expect((total * Math.min(n, m)) / (n + m)).toBeGreaterThanOrEqual(5 - 1e-9)
        })
      }),
    )
    expect(poolSmallCounts([100, 3, 2, 1], [90, 4, 1, 0])).toEqual({ baseline: [100, 6], current: [90, 5], pooled: 3 })
  })
})

describe('distinct values', () => {
  it('are as many for as many rows, whatever the sizes', () => {
    const unique = (n: number) => Array(n).fill(1)
    expect(cardinalityShift(unique(1000), unique(4000), { baseline: 1000, current: 4000 })?.ratio).toBeCloseTo(1, 6)
    const fewer = cardinalityShift(unique(1000), Array(250).fill(4), { baseline: 1000, current: 1000 })
    expect(fewer?.ratio).toBeCloseTo(0.25, 6)
    expect(fewer?.p).toBeLessThan(1e-12)
    expect(cardinalityShift([5], [9], { baseline: 5, current: 9 })).toBeNull()
  })
})
