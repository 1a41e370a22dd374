import { z } from 'zod'
import { valueKindSchema } from './value-kind'

/** Why something was not measured. The field it would have filled is null: unmeasured is never zero. */
export const profileFaultSchema = z.object({
  column: z.string().nullable(),
  reason: z.enum([
    'permission-missing',
    'column-missing',
    'type-not-aggregatable',
    'value-out-of-range',
    'values-too-long',
    'timed-out',
    'engine-refused',
  ]),
  /** For people; holds no row value. */
  sentence: z.string(),
})
export type ProfileFault = z.infer<typeof profileFaultSchema>

/** What is remarkable about the values measured. */
export const profileRemarkSchema = z.enum(['no-rows', 'all-null', 'one-value', 'not-finite'])
export type ProfileRemark = z.infer<typeof profileRemarkSchema>

export const distinctCountSchema = z.object({
  count: z.number(),
  /** `sketch` samples values by their hash over all rows, `engine` is the engine's own estimate, `sample` what a sample shows. */
  method: z.enum(['exact', 'sketch', 'engine', 'sample']),
  /** Half the width of the 95 % interval relative to the count; null where the method states none. */
  relativeError: z.number().nullable(),
})
export type DistinctCount = z.infer<typeof distinctCountSchema>

/** Bin i holds values v with edges[i-1] <= v < edges[i]; the first has no lower and the last no upper end. */
export const columnHistogramSchema = z.object({
  edges: z.array(z.number()),
  counts: z.array(z.number()),
  /** Rows counted: those of the sample, or all; nulls and values that are not finite are in no bin. */
  isSampled: z.boolean(),
})
export type ColumnHistogram = z.infer<typeof columnHistogramSchema>

export const columnProfileSchema = z.object({
  column: z.string(),
  typeSpelling: z.string(),
  kind: valueKindSchema,
  isSensitive: z.boolean(),
  nulls: z.number().nullable(),
  distinct: distinctCountSchema.nullable(),
  /** As the engine spells them, texts cut to 200 characters. */
  min: z.string().nullable(),
  max: z.string().nullable(),
  /** Of finite values; deviation is that of the sample (n − 1) and null below two values. */
  mean: z.number().nullable(),
  deviation: z.number().nullable(),
  notFinite: z.object({ nan: z.number(), positiveInfinity: z.number(), negativeInfinity: z.number() }).nullable(),
  /** Characters of a text, of a document's text, or bytes. */
  length: z.object({ min: z.number(), max: z.number(), mean: z.number() }).nullable(),
  quantiles: z.object({ points: z.array(z.tuple([z.number(), z.number()])), isSampled: z.boolean() }).nullable(),
  histogram: columnHistogramSchema.nullable(),
  topValues: z
    .object({
      values: z.array(z.object({ value: z.string(), rows: z.number() })),
      /** Values that were looked at: those of the sample or all, without nulls. */
      outOf: z.number(),
      isSampled: z.boolean(),
    })
    .nullable(),
  /** Forms of texts: letters as A and a, digits as 9, what is not ASCII as x; `+` for a run of letters. */
  masks: z.object({ masks: z.array(z.object({ mask: z.string(), rows: z.number() })), outOf: z.number() }).nullable(),
  remarks: z.array(profileRemarkSchema),
})
export type ColumnProfile = z.infer<typeof columnProfileSchema>

export const tableProfileSchema = z.object({
  schema: z.string(),
  table: z.string(),
  /** Rows measured; with `syncedAfter` only those that landed since. */
  rows: z.number(),
  syncedAfter: z.string().nullable(),
  /** Null when the table was measured whole. */
  sample: z
    .object({
      rows: z.number(),
      seed: z.number(),
      /** A sampled quantile lies within this much of its rank at 99 %. */
      rankErrorMax: z.number(),
      /** A sampled share of rows lies within this much at 95 %. */
      shareErrorMax: z.number(),
    })
    .nullable(),
  /** The newest instant at which a row was synced, as ISO 8601; null without the system column. */
  newestSyncedAt: z.string().nullable(),
  /** Rows the source deleted and the destination keeps; null without the system column. */
  deletedRows: z.number().nullable(),
  key: z
    .object({
      columns: z.array(z.string()),
      /** Rows beyond the first of each key. */
      duplicateRows: z.number(),
      /** Share of all keys looked at: 1 is exact, else an unbiased estimate from the keys of one part of the hash space. */
      shareOfKeys: z.number(),
    })
    .nullable(),
  columns: z.array(columnProfileSchema),
  faults: z.array(profileFaultSchema),
})
export type TableProfile = z.infer<typeof tableProfileSchema>
