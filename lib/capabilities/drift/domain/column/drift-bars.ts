/** The bars a finding has to pass, in one table. A finding passes one of significance and one of effect. */
export const driftBars = {
  /** Error rate of a table (false discoveries among its columns, and the chance of any alarm where nothing moved), and of a column judged by itself. */
  level: 0.01,
  /** Below so many rows on either side nothing is said: the smallest shifts people care for could not be told from chance. */
  rowsMin: 500,
  /** The tests are approximate below so many rows, so nobody may ask for less. */
  rowsMinLeast: 40,
  /** Below so many values on either side nothing is said of their distribution. */
  valuesMin: 100,
  /** Wasserstein distance in spreads of the baseline. A shift of 0.02 is trivial however sure it is, one of 0.25 matters. */
  distanceMin: 0.1,
  /** How far from the baseline's median values count for that distance, in spreads. */
  reachMax: 10,
  /** Where the baseline is a constant and has no spread: the share of rows that moved off it. */
  constantShareMin: 0.04,
  /** Total variation between categories: the share of rows in another category. */
  variationMin: 0.05,
  /** Share of rows in categories the baseline never had. */
  unseenRateMin: 0.01,
  /** Difference of the shares of missing values. */
  missingMin: 0.02,
  /** Factor between the numbers of distinct values, either way, and the number below which it is the categories' matter. */
  cardinalityFactorMin: 1.25,
  cardinalityDistinctMin: 50,
} as const

/**
 * How a column's level is divided among the tests of it (Bonferroni with weights; tests that do not apply give theirs to the others). A change of
 * location is the commonest and hardest to see at a thousand rows, so it has nearly all; the others find large changes with little.
 */
export const testWeights = {
  location: 0.94,
  spread: 0.03,
  shape: 0.02,
  categories: 0.96,
  cardinality: 0.03,
  missing: 0.01,
} as const

export type DriftTestName = keyof typeof testWeights
