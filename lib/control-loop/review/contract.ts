import { z } from 'zod'

/** REST shape of a person's decision, bound to exactly what the person saw. */
export const submitReviewRequestSchema = z
  .object({
    decision: z.enum(['approve', 'reject', 'request-changes']),
    revision: z.number().int().min(1),
    planHash: z.string().regex(/^[0-9a-f]{64}$/),
    reason: z.string().trim().max(2000).nullable().default(null),
  })
  .strict()
  .refine((review) => review.decision === 'approve' || (review.reason?.length ?? 0) > 0, {
    message: 'Say why: a rejection and a request for changes need a reason.',
    path: ['reason'],
  })
export type SubmitReviewRequest = z.infer<typeof submitReviewRequestSchema>

export const submitReviewResponseSchema = z.object({
  state: z.string(),
  approvals: z.number(),
  approvalsNeeded: z.number(),
  sentence: z.string(),
})
export type SubmitReviewResponse = z.infer<typeof submitReviewResponseSchema>
