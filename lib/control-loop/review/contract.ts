import { z } from 'zod'
import { isPatternNarrow } from './domain/exclusion'

/** REST shapes of deciding: one review, what is set aside or handed over, what is not proposed again, and batches. */
const instant = z.iso.datetime({ offset: true })
const planHash = z.string().regex(/^[0-9a-f]{64}$/)
const person = z.object({ id: z.string(), name: z.string() })

/** “Not again”: one object, or a pattern of names in every connection of the connector type; for good or for some days. */
export const notAgainSchema = z
  .object({
    scope: z.enum(['object', 'pattern']),
    pattern: z.string().trim().min(1).max(100).nullable().default(null),
    days: z.number().int().min(1).max(365).nullable().default(null),
  })
  .strict()
  .refine(({ scope, pattern }) => scope === 'object' || (pattern !== null && isPatternNarrow(pattern)), {
    message: 'Name at least two characters beside the *.',
    path: ['pattern'],
  })
export type NotAgain = z.infer<typeof notAgainSchema>

/** A person's decision, bound to exactly what the person saw. */
export const submitReviewRequestSchema = z
  .object({
    decision: z.enum(['approve', 'reject', 'request-changes']),
    revision: z.number().int().min(1),
    planHash,
    reason: z.string().trim().max(2000).nullable().default(null),
    notAgain: notAgainSchema.nullable().default(null),
  })
  .strict()
  .refine((review) => review.decision === 'approve' || (review.reason?.length ?? 0) > 0, {
    message: 'Say why: a rejection and a request for changes need a reason.',
    path: ['reason'],
  })
  .refine((review) => review.notAgain === null || review.decision === 'reject', {
    message: 'Only a rejection keeps something from being proposed again.',
    path: ['notAgain'],
  })
export type SubmitReviewRequest = z.infer<typeof submitReviewRequestSchema>
export type SubmitReviewBody = z.input<typeof submitReviewRequestSchema>

export const submitReviewResponseSchema = z.object({
  state: z.string(),
  approvals: z.number(),
  approvalsNeeded: z.number(),
  sentence: z.string(),
})
export type SubmitReviewResponse = z.infer<typeof submitReviewResponseSchema>

export const snoozeRequestSchema = z
  .object({ wake: z.enum(['time', 'sync', 'change']), until: instant.nullable().default(null) })
  .strict()
  .refine(({ wake, until }) => (wake === 'time') === (until !== null), { message: 'Say until when.', path: ['until'] })
export type SnoozeRequest = z.infer<typeof snoozeRequestSchema>
export const doneSchema = z.object({ sentence: z.string() })

export const delegateRequestSchema = z.object({ toId: z.uuid() }).strict()

const absenceSchema = z.object({
  id: z.string(),
  delegate: person,
  startsAt: instant,
  endsAt: instant,
  isNow: z.boolean(),
})
export const absenceListSchema = z.object({
  /** One's own, the current one first; what is over is not listed. */
  items: z.array(absenceSchema),
  /** Who may stand in. */
  candidates: z.array(person),
})
export type AbsenceList = z.infer<typeof absenceListSchema>
export const saveAbsenceRequestSchema = z
  .object({ delegateId: z.uuid(), startsAt: instant, endsAt: instant })
  .strict()
  .refine(({ startsAt, endsAt }) => Date.parse(endsAt) > Date.parse(startsAt), {
    message: 'The last day is not before the first.',
    path: ['endsAt'],
  })
export type SaveAbsenceRequest = z.infer<typeof saveAbsenceRequestSchema>

export const exclusionSchema = z.object({
  id: z.string(),
  /** What is not proposed, in one sentence. */
  sentence: z.string(),
  connectionName: z.string().nullable(),
  path: z.string().nullable(),
  pattern: z.string().nullable(),
  service: z.string(),
  reason: z.string(),
  proposalNumber: z.number(),
  expiresAt: instant.nullable(),
  createdAt: instant,
  createdBy: z.string(),
  /** Changes that stayed without a proposal because of it. */
  passedOver: z.number(),
})
export type ExclusionView = z.infer<typeof exclusionSchema>
export const exclusionListSchema = z.object({ items: z.array(exclusionSchema) })

const memberSchema = z.object({ proposalId: z.uuid(), revision: z.number().int().min(1), planHash }).strict()
export type BatchMember = z.infer<typeof memberSchema>
const membersSchema = z
  .array(memberSchema)
  .min(1)
  .max(500)
  .refine((members) => new Set(members.map(({ proposalId }) => proposalId)).size === members.length, {
    message: 'A proposal is in it twice.',
  })
export const sampleRequestSchema = z.object({ members: membersSchema }).strict()
export const sampleSchema = z.object({
  id: z.string(),
  /** Drawn for this person and exactly these members; empty for a batch that needs none. */
  drawn: z.array(z.object({ proposalId: z.string(), isOpened: z.boolean() })),
  needsSecond: z.boolean(),
})
export type Sample = z.infer<typeof sampleSchema>
export const openingRequestSchema = z.object({ proposalId: z.uuid() }).strict()

export const submitBatchRequestSchema = z
  .object({
    decision: z.enum(['approve', 'reject']),
    reason: z.string().trim().max(2000).nullable().default(null),
    members: membersSchema,
  })
  .strict()
  .refine((batch) => batch.decision === 'approve' || (batch.reason?.length ?? 0) > 0, {
    message: 'Say why: a rejection needs a reason.',
    path: ['reason'],
  })
export type SubmitBatchRequest = z.infer<typeof submitBatchRequestSchema>

export const memberOutcomeSchema = z.object({
  proposalId: z.string(),
  number: z.number(),
  outcome: z.enum(['approved', 'recorded', 'rejected', 'changes-requested', 'refused']),
  sentence: z.string(),
})
export const batchResultSchema = z.object({
  id: z.string(),
  state: z.enum(['decided', 'waits-for-second']),
  sentence: z.string(),
  /** What became of each member; those that dropped out say why. */
  outcomes: z.array(memberOutcomeSchema),
})
export type BatchResult = z.infer<typeof batchResultSchema>

const candidateSchema = memberSchema.extend({
  number: z.number(),
  path: z.string(),
  connectionId: z.string(),
  connectionName: z.string(),
})
export const batchListSchema = z.object({
  groups: z.array(
    z.object({
      key: z.string(),
      /** Verb of its actions, e.g. `Hash`. */
      verb: z.string(),
      service: z.string(),
      risk: z.enum(['low', 'medium', 'high']),
      wayBack: z.string(),
      members: z.array(candidateSchema),
      exceptions: z.array(candidateSchema.extend({ why: z.string() })),
    }),
  ),
  /** Large ones that a second person confirms. */
  waiting: z.array(
    z.object({
      id: z.string(),
      createdBy: z.string(),
      createdAt: instant,
      members: z.array(memberSchema.extend({ number: z.number(), path: z.string(), connectionName: z.string() })),
      /** Why this person cannot confirm it; null when they can. */
      refusal: z.string().nullable(),
    }),
  ),
})
export type BatchList = z.infer<typeof batchListSchema>
export type BatchGroup = BatchList['groups'][number]
