import { z } from 'zod'
import { connectionRefSchema } from '@/lib/control-loop/connection/contract'
import { changeSchema, renameSuggestionSchema } from './domain/change'

/** REST shapes of changes found anywhere. */
const instant = z.iso.datetime({ offset: true })

export const changeListQuerySchema = z.object({
  state: z.enum(['open', 'closed', 'all']).default('open'),
  severity: z.enum(['safe', 'dangerous', 'breaking']).optional(),
  origin: z.enum(['source', 'outside']).optional(),
  connection: z.uuid().optional(),
  q: z.string().max(200).optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ChangeListQuery = z.infer<typeof changeListQuerySchema>

export const changeViewSchema = z.object({
  id: z.string(),
  connection: connectionRefSchema,
  change: changeSchema,
  /** e.g. `customer.phone` with the schema in front. */
  path: z.string(),
  sentence: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  sign: z.enum(['+', '-', '~']),
  severity: z.enum(['safe', 'dangerous', 'breaking']),
  severityReason: z.string(),
  origin: z.enum(['source', 'outside']),
  state: z.enum(['open', 'accepted', 'resolved']),
  detectedAt: instant,
  notBefore: instant.nullable(),
  closedAt: instant.nullable(),
  closedBy: z.string().nullable(),
  correlationId: z.string(),
  proposals: z.array(z.object({ id: z.string(), number: z.number(), state: z.string() })),
})
export type ChangeView = z.infer<typeof changeViewSchema>

export const changeListSchema = z.object({
  items: z.array(changeViewSchema),
  nextCursor: z.string().nullable(),
  counts: z.object({ open: z.number(), breaking: z.number(), dangerous: z.number(), safe: z.number() }),
})

export const changeDetailSchema = changeViewSchema.extend({
  /** All that was found with it, by one comparison. */
  changeSetId: z.string(),
  base: z.object({ snapshotId: z.string(), number: z.number(), takenAt: instant }).nullable(),
  revision: z.object({ snapshotId: z.string(), number: z.number(), takenAt: instant }),
  renames: z.array(renameSuggestionSchema.extend({ decision: z.enum(['same', 'separate']).nullable() })),
  siblings: z.array(z.object({ id: z.string(), path: z.string(), sentence: z.string(), severity: z.string() })),
})
export type ChangeDetail = z.infer<typeof changeDetailSchema>

export const decideRenameRequestSchema = z
  .object({
    connectionId: z.uuid(),
    schema: z.string().min(1).max(500),
    table: z.string().min(1).max(500),
    from: z.string().min(1).max(500),
    to: z.string().min(1).max(500),
    same: z.boolean(),
  })
  .strict()
export type DecideRenameRequest = z.infer<typeof decideRenameRequestSchema>

/** Changes found per UTC day, oldest first, every day of the window present. */
export const changesPerDaySchema = z.object({
  days: z.array(z.object({ day: z.iso.date(), breaking: z.number(), dangerous: z.number(), safe: z.number() })),
})
export type ChangesPerDay = z.infer<typeof changesPerDaySchema>
