import { z } from 'zod'
import type { ColumnComparison } from '../profiles/column-comparison'
import type { ColumnJudgement } from './judge-column'

const both = z.object({ baseline: z.number(), current: z.number() })

/** What is kept of a judged column. Stored as JSON in `column_drift.detail`: changing a member needs a migration. */
export const columnDriftDetailSchema = z.object({
  by: z.enum(['bins', 'categories', 'counts']),
  isSensitive: z.boolean(),
  why: z.string(),
  test: z.string().nullable(),
  reason: z.string().nullable(),
  rows: both,
  nulls: z.object({ baselineRate: z.number().nullable(), currentRate: z.number().nullable() }),
  ks: z.object({ statistic: z.number(), p: z.number() }).nullable(),
  wasserstein: z.number().nullable(),
  js: z.number().nullable(),
  chi2: z.object({ statistic: z.number(), p: z.number(), dof: z.number() }).nullable(),
  /** How far the effect may be off because only bins were counted; in spreads like the effect. */
  distanceError: z.number().nullable(),
  typical: z.object({ baseline: z.string().nullable(), current: z.string().nullable() }),
  bins: z.array(
    z.object({
      label: z.string().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      baseline: z.number(),
      current: z.number(),
    }),
  ),
})
export type ColumnDriftDetail = z.infer<typeof columnDriftDetailSchema>

/** A comparison and its judgement as what is kept. Of a sensitive column no value is, not even a commonest one. */
export function detailOf(
  { by, isSensitive, measure, bins }: ColumnComparison,
  judgement: ColumnJudgement,
): ColumnDriftDetail {
  const { rows, nulls, ks, wasserstein, js, chi2, binning, scale, typical } = measure
  const hasError = binning !== null && scale !== null && scale > 0
  return {
    by,
    isSensitive,
    why: judgement.why,
    test: judgement.test,
    reason: judgement.reason,
    rows,
    nulls: { baselineRate: nulls.baselineRate, currentRate: nulls.currentRate },
    ks: ks === null ? null : { statistic: ks.statistic, p: ks.p },
    wasserstein,
    js,
    chi2: chi2 === null ? null : { statistic: chi2.statistic, p: chi2.p, dof: chi2.dof },
    distanceError: hasError ? binning.wassersteinError / scale : null,
    typical: isSensitive ? { baseline: null, current: null } : typical,
    bins: isSensitive ? [] : bins,
  }
}
