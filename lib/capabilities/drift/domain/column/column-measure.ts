import type { CardinalityShift } from '../statistics/cardinality'
import type { ChiSquareResult } from '../statistics/chi-square'
import type { KsResult } from '../statistics/ks-test'
import type { TwoShares } from '../statistics/two-shares'

export interface BothSides {
  baseline: number
  current: number
}

/** What was measured of one column on both sides, from samples or from bins. A statistic that is undefined is null, never zero. */
export interface ColumnMeasure {
  kind: 'numeric' | 'categorical'
  /** All rows, with and without a value. */
  rows: BothSides
  /** Rows with a value that took part in the statistics. */
  values: BothSides
  nulls: TwoShares
  ks: KsResult | null
  /** In the unit of the values. */
  wasserstein: number | null
  psi: number | null
  /** Jensen–Shannon distance to base 2. */
  js: number | null
  chi2: ChiSquareResult | null
  /** Two-sided p of one side lying higher and of one being wider, by normal scores. */
  location: number | null
  spread: number | null
  /** The baseline's spread in the unit of the values; 0 for a constant. */
  scale: number | null
  /**
   * The effect: the Wasserstein distance in those spreads, where a value further than ten of them from the baseline's median counts as that far. So a few
   * far values, or a wide outermost bin, do not make a trivial shift look large. Null for a constant baseline.
   */
  distance: number | null
  /** Chi-square after pooling categories too small for it, and the share of rows that would have to change category. */
  pooled: { p: number; pooled: number; variation: number; unseenRate: number } | null
  cardinality: CardinalityShift | null
  /** p of the share of rows without a usable value being one on both sides. */
  missing: { p: number; baselineRate: number; currentRate: number } | null
  /** The baseline's and the current middle value or commonest category, for a sentence people read. */
  typical: { baseline: string | null; current: string | null }
  /** How far binning may have moved the figures; null when they come from the values themselves. */
  binning: { ks: { low: number; high: number }; wassersteinError: number } | null
}
