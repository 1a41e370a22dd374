/** The 95th percentile of the standard normal: one-sided, since only "not worse than" matters. */
const z95 = 1.644853626951473

/**
 * Least share of agreement that `agreed` of `cases` speaks for with 95 % confidence: the lower Wilson score bound, one-sided (Wilson 1927; Brown, Cai
 * and DasGupta 2001). A share from 0 to 1; 0 without a case. Refuses counts that cannot be.
 */
export function lowerBound(agreed: number, cases: number): number {
  if (!Number.isInteger(agreed) || !Number.isInteger(cases) || agreed < 0 || agreed > cases) {
    throw new RangeError(`${agreed} of ${cases} is no count of agreements`)
  }
  if (cases === 0) return 0
  const share = agreed / cases
  const square = z95 * z95
  const centre = share + square / (2 * cases)
  const spread = z95 * Math.sqrt((share * (1 - share)) / cases + square / (4 * cases * cases))
  return Math.max(0, (centre - spread) / (1 + square / cases))
}
