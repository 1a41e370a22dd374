import { z } from 'zod'

/** Share of the rows that may fail before the check does: 0 lets none. */
const share = z.number().min(0).max(0.5)
const bound = z.number().nullable()
const name = z.string().min(1).max(500)

/**
 * What rows of one table are held to: a closed union, so that a check is a choice and its values are bound parameters. Columns are the
 * destination's, because that is where they are looked at. Stored in actions and in `data_check.promise`: changing a member needs a migration.
 */
export const checkPromiseSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('not-null'), column: name, failingShareMax: share }),
  z.strictObject({ kind: z.literal('unique'), columns: z.array(name).min(1).max(16) }),
  z.strictObject({
    kind: z.literal('accepted-values'),
    column: name,
    values: z.array(z.string().max(200)).min(1).max(200),
    failingShareMax: share,
  }),
  z.strictObject({ kind: z.literal('range'), column: name, min: bound, max: bound, failingShareMax: share }),
  z.strictObject({
    kind: z.literal('pattern'),
    column: name,
    pattern: z.string().min(1).max(500),
    failingShareMax: share,
  }),
  z.strictObject({ kind: z.literal('length'), column: name, min: bound, max: bound, failingShareMax: share }),
  z.strictObject({
    kind: z.literal('referential'),
    column: name,
    /** Source names of the table, and the destination's of the column. */
    parent: z.strictObject({ schema: name, table: name, column: name }),
    failingShareMax: share,
  }),
  /** The newest row was synced at most so many minutes ago. */
  z.strictObject({ kind: z.literal('freshness'), minutesMax: z.number().int().min(1).max(525_600) }),
  z.strictObject({ kind: z.literal('row-count'), min: bound, max: bound }),
  /** A statistic of one column from a closed list. */
  z.strictObject({
    kind: z.literal('aggregate'),
    column: name,
    measure: z.enum(['mean', 'deviation', 'median', 'p95', 'null-share', 'distinct']),
    min: bound,
    max: bound,
  }),
])
export type CheckPromise = z.infer<typeof checkPromiseSchema>

export const checkSeveritySchema = z.enum(['warn', 'fail'])
export const checkRhythmSchema = z.enum(['after-sync', 'hourly', 'daily'])
export type CheckRhythm = z.infer<typeof checkRhythmSchema>

/** A promise with what a failure means and when it is looked at. */
export const checkTermsSchema = z.strictObject({
  promise: checkPromiseSchema,
  severity: checkSeveritySchema,
  /** A failure proposes to pause the connection. */
  blocking: z.boolean(),
  runs: checkRhythmSchema,
})
export type CheckTerms = z.infer<typeof checkTermsSchema>

/** What a promise is about, without its bounds: a table has one of each, so that accepting another bound moves the check that exists. */
export function promiseKey(promise: CheckPromise): string {
  const about =
    promise.kind === 'unique'
      ? [...promise.columns].sort()
      : promise.kind === 'referential'
        ? [promise.column, promise.parent.schema, promise.parent.table, promise.parent.column]
        : promise.kind === 'aggregate'
          ? [promise.column, promise.measure]
          : 'column' in promise
            ? [promise.column]
            : []
  return JSON.stringify([promise.kind, ...about])
}

/** The destination columns a promise reads. */
export function columnsOf(promise: CheckPromise): string[] {
  if (promise.kind === 'unique') return [...promise.columns]
  return 'column' in promise ? [promise.column] : []
}

/** Why a promise makes no sense in itself; null when it does. */
export function findPromiseFault(promise: CheckPromise): string | null {
  if ('min' in promise) {
    if (promise.min === null && promise.max === null)
      return 'A check with neither a least nor a greatest value always holds.'
    if (promise.min !== null && promise.max !== null && promise.min > promise.max)
      return 'The least value is above the greatest, so the check always fails.'
  }
  if (promise.kind === 'unique' && new Set(promise.columns).size !== promise.columns.length)
    return 'A key names each of its columns once.'
  if (promise.kind !== 'pattern') return null
  try {
    new RegExp(promise.pattern)
    return null
  } catch {
    return 'The pattern is not a regular expression.'
  }
}
