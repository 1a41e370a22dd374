import { z } from 'zod'
import { beforeStateSchema, planStepSchema, stateDifferenceSchema } from '@/lib/control-loop/apply/domain/plan-step'
import { connectionRefSchema, personRefSchema } from '@/lib/control-loop/connection/contract'
import { riskSchema, verdictSchema, wayBackSchema } from '@/lib/control-loop/policy/domain/verdict'
import { proposalStates } from '@/lib/control-loop/stages'
import { actionSchema, applyPaths } from './domain/action'
import { drafterSchema, evidenceSchema } from './domain/evidence'

/** REST shapes of proposals: the approval queue and one item of it. */
const instant = z.iso.datetime({ offset: true })
export const proposalStateSchema = z.enum(proposalStates)

export const proposalListQuerySchema = z.object({
  /** mine: I may decide it and did not write it. waiting: everyone's. done: decided ones. */
  view: z.enum(['mine', 'waiting', 'high-risk', 'approved', 'done', 'all']).default('waiting'),
  connection: z.uuid().optional(),
  risk: riskSchema.optional(),
  state: proposalStateSchema.optional(),
  q: z.string().max(200).optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})
export type ProposalListQuery = z.infer<typeof proposalListQuerySchema>

export const proposalSummarySchema = z.object({
  id: z.string(),
  number: z.number(),
  revision: z.number(),
  state: proposalStateSchema,
  /** Verb and object from the typed actions, e.g. `Hash` + `salesforce.contact.email`. */
  verb: z.string(),
  path: z.string(),
  risk: riskSchema,
  /** Why it is here, in one short sentence. */
  reason: z.string(),
  connection: connectionRefSchema,
  authorName: z.string(),
  approvalsNeeded: z.number(),
  approvals: z.number(),
  dueAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
  /** True when the person asking may decide it now. */
  canDecide: z.boolean(),
})
export type ProposalSummary = z.infer<typeof proposalSummarySchema>

export const proposalListSchema = z.object({
  items: z.array(proposalSummarySchema),
  nextCursor: z.string().nullable(),
  counts: z.object({ mine: z.number(), waiting: z.number(), highRisk: z.number(), approved: z.number() }),
  lastDecisionAt: instant.nullable(),
})
export type ProposalList = z.infer<typeof proposalListSchema>

export const gateSchema = z.object({
  gate: z.enum(['live-state', 'policy', 'four-eyes', 'connection', 'feasibility', 'order']),
  passed: z.boolean(),
  sentence: z.string(),
  /** What clears a red gate. */
  clearedBy: z.string().nullable(),
})
export type Gate = z.infer<typeof gateSchema>

export const checkedActionSchema = z.object({
  action: actionSchema,
  applyPath: z.enum(applyPaths),
  feasible: z.boolean(),
  reason: z.string(),
})

export const threadEntrySchema = z.object({
  at: instant,
  kind: z.enum(['comment', 'review', 'revision', 'system']),
  authorName: z.string(),
  text: z.string(),
  revision: z.number().nullable(),
})

export const proposalDetailSchema = proposalSummarySchema.extend({
  title: z.string(),
  summary: z.string(),
  rationale: z.string(),
  actions: z.array(actionSchema),
  feasibility: z.array(checkedActionSchema),
  plan: z.array(planStepSchema),
  /** Every field shown in the change table, moving or not. */
  fields: z.array(
    z.object({
      path: z.string(),
      field: z.string(),
      now: z.string(),
      proposed: z.string(),
      moves: z.boolean(),
      note: z.string().nullable(),
    }),
  ),
  beforeState: beforeStateSchema,
  beforeReadAt: instant,
  beforeHash: z.string(),
  planHash: z.string(),
  policyVersion: z.number(),
  evidence: z.array(evidenceSchema),
  drafters: z.array(drafterSchema),
  verdict: verdictSchema,
  riskReasons: z.array(z.string()),
  wayBack: wayBackSchema,
  /** Measured consequences; `value` is null when nobody could measure it. */
  impact: z.array(z.object({ label: z.string(), value: z.string().nullable() })),
  gates: z.array(gateSchema),
  /** When the effect happens, in words beside the button. */
  takesEffect: z.string(),
  /** Filled when the live state is not what was reviewed. */
  difference: z.array(stateDifferenceSchema).nullable(),
  thread: z.array(threadEntrySchema),
  reviews: z.array(
    z.object({
      at: instant,
      person: personRefSchema,
      decision: z.enum(['approve', 'reject', 'request-changes']),
      reason: z.string().nullable(),
      revision: z.number(),
      counts: z.boolean(),
      voidReason: z.string().nullable(),
    }),
  ),
  editors: z.array(personRefSchema),
  changes: z.array(z.object({ id: z.string(), path: z.string(), sentence: z.string(), severity: z.string() })),
  runs: z.array(z.object({ id: z.string(), number: z.number(), state: z.string(), createdAt: instant })),
  snapshot: z.object({ number: z.number(), takenAt: instant }).nullable(),
  correlationId: z.string(),
  can: z.object({
    decide: z.boolean(),
    /** Why not, in words; null when `decide`. */
    decideRefusal: z.string().nullable(),
    edit: z.boolean(),
    apply: z.boolean(),
    applyRefusal: z.string().nullable(),
  }),
})
export type ProposalDetail = z.infer<typeof proposalDetailSchema>

const actionsSchema = z.array(actionSchema).min(1).max(500)
export const draftProposalRequestSchema = z
  .object({
    connectionId: z.uuid(),
    actions: actionsSchema,
    rationale: z.string().trim().min(1).max(2000),
    changeIds: z.array(z.uuid()).max(500).default([]),
  })
  .strict()
export type DraftProposalRequest = z.infer<typeof draftProposalRequestSchema>
export const draftProposalResponseSchema = z.object({ id: z.string(), number: z.number() })

export const reviseProposalRequestSchema = z
  .object({ revision: z.number().int(), actions: actionsSchema, rationale: z.string().trim().min(1).max(2000) })
  .strict()
export type ReviseProposalRequest = z.infer<typeof reviseProposalRequestSchema>

export const commentRequestSchema = z.object({ text: z.string().trim().min(1).max(4000) }).strict()
