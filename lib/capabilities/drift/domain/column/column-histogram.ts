import { z } from 'zod'

const countSchema = z.number().int().nonnegative()

/**
 * A numeric column counted where its rows are, on the baseline's bins. A bin k holds the values between edges k and k + 1; which of the two edges
 * belongs to it does not matter to the statistics as long as both sides are counted alike. What lies outside the edges, and what is no finite number,
 * is counted beside the bins and never left out.
 */
export const columnHistogramSchema = z
  .object({
    /** In rising order, one more than bins; a single one has everything below or above it. */
    edges: z.array(z.number()).min(1),
    counts: z.array(countSchema),
    /** Finite values below the first and above the last edge. */
    below: countSchema,
    above: countSchema,
    /** The least and greatest finite value; null where there is none. They bound what lies outside the edges. */
    min: z.number().nullable(),
    max: z.number().nullable(),
    nulls: countSchema,
    nan: countSchema,
    positiveInfinity: countSchema,
    negativeInfinity: countSchema,
    /** Where the counts are of a sample: rows with a finite value in the whole table. What is no finite number is counted in the whole table. */
    sampledFrom: countSchema.optional(),
    /** Distinct values, with the relative error of an estimate (0 when counted); left out where nobody asked. */
    distinct: z.object({ count: z.number().nonnegative(), relativeError: z.number().nonnegative() }).optional(),
  })
  .refine(({ edges, counts }) => edges.length === counts.length + 1, 'must have one edge more than bins')
  .refine(
    ({ edges }) => edges.every((edge, at) => at === 0 || edge > (edges[at - 1] ?? edge)),
    'must have edges that rise',
  )
export type ColumnHistogram = z.infer<typeof columnHistogramSchema>

/** Rows in the bins and outside the edges: those with a finite value. */
export function finiteRows({ counts, below, above }: ColumnHistogram): number {
  return counts.reduce((sum, count) => sum + count, below + above)
}

/** The same in the whole table, where the counts are of a sample. */
export function wholeFiniteRows(histogram: ColumnHistogram): number {
  return Math.max(histogram.sampledFrom ?? 0, finiteRows(histogram))
}

/** Rows without a finite value. */
export function specialRows({ nulls, nan, positiveInfinity, negativeInfinity }: ColumnHistogram): number {
  return nulls + nan + positiveInfinity + negativeInfinity
}
