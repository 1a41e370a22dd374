import { describe, expect, it } from 'vitest'
import { kolmogorovTail } from '../numerics/kolmogorov-tail'
import { normalQuantile, twoSidedTail } from '../numerics/normal-distribution'
import { upperGamma } from '../numerics/regularised-gamma'
import {
  categoryVectors,
  gammaVectors,
  kolmogorovVectors,
  numericVectors,
  quantileVectors,
  vectorValues,
} from '../testing/reference-vectors'
import { binDivergence } from './bin-divergence'
import { chiSquareTest } from './chi-square'
import { ksTest } from './ks-test'
import { countInBins, tenthEdges } from './quantile-bins'
import { wassersteinDistance } from './wasserstein'

/** Within 1e-9 of the reference, and relatively so where it is small. */
function near(found: number | null, wanted: number | null, relative = 1e-9): boolean {
  if (found === null || wanted === null) return found === wanted
  return Math.abs(found - wanted) <= relative * Math.max(Math.abs(wanted), 1e-200)
}

describe('statistics against scipy', () => {
  it.each(numericVectors)('KS, Wasserstein, PSI and Jensen–Shannon of $baseline and $current', (vector) => {
    const [baseline, current] = [vectorValues(vector.baseline), vectorValues(vector.current)]
    const { statistic, p } = ksTest(baseline, current)
    expect([statistic, near(statistic, vector.ks[0])]).toEqual([statistic, true])
    expect([p, near(p, vector.ks[1])]).toEqual([p, true])
    const distance = wassersteinDistance(baseline, current)
    expect([distance, near(distance, vector.wasserstein)]).toEqual([distance, true])
    const edges = tenthEdges(baseline)
    const { psi, js } = binDivergence(countInBins(baseline, edges), countInBins(current, edges))
    expect([psi, near(psi, vector.psi)]).toEqual([psi, true])
    expect([js, near(js, vector.js)]).toEqual([js, true])
  })

  it.each(categoryVectors)('chi-square, PSI and Jensen–Shannon of $baseline and $current', (vector) => {
    const found = chiSquareTest(vector.baseline, vector.current)
    const { psi, js } = binDivergence(vector.baseline, vector.current)
    expect(found?.dof).toBe(vector.chi2[2])
    expect([found, near(found?.statistic ?? null, vector.chi2[0]), near(found?.p ?? null, vector.chi2[1])]).toEqual([
      found,
      true,
      true,
    ])
    expect([near(psi, vector.psi), near(js, vector.js)]).toEqual([true, true])
  })

  it('has the incomplete gamma function to 1e-12, and nothing where it has none', () => {
    for (const [a, x, q] of gammaVectors) expect([a, x, near(upperGamma(a, x), q, 1e-12)]).toEqual([a, x, true])
    expect([upperGamma(2, 0), upperGamma(2, Number.POSITIVE_INFINITY)]).toEqual([1, 0])
    expect([upperGamma(0, 1), upperGamma(1, Number.NaN)]).toEqual([Number.NaN, Number.NaN])
  })

  it('has the normal quantile and its tail as inverses', () => {
    for (const [p, z] of quantileVectors) expect([p, near(normalQuantile(p), z, 1e-14)]).toEqual([p, true])
    for (const p of [1e-12, 1e-5, 0.01, 0.3]) expect(near(twoSidedTail(normalQuantile(p / 2)), p, 1e-12)).toBe(true)
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY])
  })

  it.each(kolmogorovVectors)('Kolmogorov of %d values beyond %d is %d', (n, d, p) => {
    const found = kolmogorovTail(n, d)
    expect([found, Math.abs(found - p) <= 1e-10]).toEqual([found, true])
  })

  it('goes over to the leading terms without a step', () => {
    const d = 2.2 / Math.sqrt(2_000_000)
    expect(kolmogorovTail(2_000_001, d) / kolmogorovTail(2_000_000, d)).toBeCloseTo(1, 4)
  })
})
