import { z } from 'zod'

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date like 2025-01-31')

/** How the values of one column are made. Every kind is deterministic in (seed, column, row, version of the row). */
export const generatorSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('id'), start: z.int().default(1) }),
  z.object({ kind: z.literal('uuid') }),
  z.object({ kind: z.literal('salesforce_id'), prefix: z.string().length(3) }),
  z.object({ kind: z.literal('code'), prefix: z.string().max(20), digits: z.int().min(1).max(12).default(5) }),
  z.object({ kind: z.literal('ref'), table: z.string(), column: z.string() }),
  z.object({ kind: z.enum(['first_name', 'last_name', 'full_name', 'phone', 'company', 'street', 'city', 'region']) }),
  z.object({ kind: z.enum(['country', 'postcode', 'url', 'ip', 'sku', 'product', 'tracking_number']) }),
  z.object({ kind: z.literal('email'), style: z.enum(['work', 'personal']).default('work') }),
  z.object({ kind: z.literal('amount'), min: z.number(), max: z.number(), scale: z.int().min(0).max(6).default(2) }),
  z.object({ kind: z.literal('int_range'), min: z.int(), max: z.int() }),
  z.object({ kind: z.literal('date'), from: isoDate, to: isoDate }),
  z.object({ kind: z.literal('timestamp'), from: isoDate, to: isoDate }),
  z.object({ kind: z.literal('modified'), from: isoDate }),
  z.object({ kind: z.literal('enum'), values: z.array(z.string()).min(1) }),
  z.object({ kind: z.literal('text'), words: z.int().min(1).max(200).default(8) }),
  z.object({ kind: z.literal('bool'), share: z.number().min(0).max(1).default(0.5) }),
  z.object({ kind: z.literal('json') }),
  /** Values that are given, one per row. */
  z.object({ kind: z.literal('given'), values: z.array(z.string().nullable()) }),
])
export type Generator = z.infer<typeof generatorSchema>
