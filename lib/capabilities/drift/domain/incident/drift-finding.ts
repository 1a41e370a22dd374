import { z } from 'zod'

/** One thing found to have moved, in the words by which findings are put together. */
export const driftFindingSchema = z.object({
  findingId: z.string(),
  connectionId: z.string(),
  schema: z.string(),
  table: z.string(),
  /** Null for what concerns the whole table: its row count, its freshness. */
  column: z.string().nullable(),
  /** The sync that brought the rows; null where it is not known. */
  syncId: z.string().nullable(),
  atMs: z.number(),
  score: z.number().nonnegative(),
})
export type DriftFinding = z.infer<typeof driftFindingSchema>

/** Something that was done and may be the cause. */
export const suspectChangeSchema = z.object({
  changeId: z.string(),
  kind: z.enum(['applied-change', 'resync', 'schema-change']),
  connectionId: z.string(),
  /** Null for what concerns the whole connection. */
  schema: z.string().nullable(),
  table: z.string().nullable(),
  column: z.string().nullable(),
  atMs: z.number(),
})
export type SuspectChange = z.infer<typeof suspectChangeSchema>
