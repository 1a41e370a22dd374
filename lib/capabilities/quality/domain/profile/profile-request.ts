import type { ColumnHistogram } from './table-profile'

/** What to measure of one table. Everything left out has the default of `profileDefaults`. */
export interface ProfileRequest {
  /** Columns by name; null means all. A name that the table lacks becomes a fault of that column. */
  columns?: readonly string[] | null
  /** Columns whose values must not leave the warehouse: counts, lengths and masks only. */
  sensitiveColumns?: readonly string[]
  /** Columns of the key, for duplicates. */
  keyColumns?: readonly string[]
  /** Only rows synced after this instant: a profile of what newly landed, never merged into an earlier one. */
  syncedAfter?: Date | null
  /** Inner edges of the baseline's histograms by column; a column without gets edges of its own. */
  edges?: ReadonlyMap<string, ColumnHistogram['edges']>
  /** `exact` reads all rows for quantiles, histograms, distinct and top values; `sampled` does so only below `sampleRows`. */
  precision?: 'sampled' | 'exact'
  /** Rows of the sample, and the size up to which a table is measured whole. */
  sampleRows?: number
  /** Of the random sample, so that a repeated look at an unchanged table agrees with the first. */
  seed?: number
}

/** 40,000 rows put every sampled quantile within 0.82 % of its rank at 99 % (see `rankErrorMax`). */
export const profileDefaults = { precision: 'sampled', sampleRows: 40_000, seed: 17 } as const

/** At most this many top values and masks are kept of a column. */
export const TOP_VALUES_MAX = 20
/** A histogram of our own has at most this many bins; one on a baseline's edges has as many as those give. */
export const BINS_MAX = 50
/** The quantiles of every profile. */
export const quantilePoints = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99] as const
