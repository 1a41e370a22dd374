import { z } from 'zod'
import { beforeStateSchema, planStepSchema, stateDifferenceSchema } from '@/lib/control-loop/apply/domain/plan-step'
import { connectionRefSchema, personRefSchema } from '@/lib/control-loop/connection/contract'
import { riskSchema, verdictSchema, wayBackSchema } from '@/lib/control-loop/policy/domain/verdict'
import { routeRules } from '@/lib/control-loop/review/domain/route-review'
import { proposalStates } from '@/lib/control-loop/stages'
import { actionSchema, applyPaths } from './domain/action'
import { draftingSchema } from './domain/drafting'
import { drafterSchema, evidenceSchema } from './domain/evidence'
import { trackRecordSchema } from './domain/track-record'

/** REST shapes of proposals: the approval queue and one item of it. */
const instant = z.iso.datetime({ offset: true })
export const proposalStateSchema = z.enum(proposalStates)

export const proposalListQuerySchema = z.object({
  /** mine: it is my turn. waiting: everyone's. snoozed: set aside. watching: I handed it over. done: decided ones. */
  view: z.enum(['mine', 'waiting', 'high-risk', 'snoozed', 'watching', 'approved', 'done', 'all']).default('waiting'),
  connection: z.uuid().optional(),
  risk: riskSchema.optional(),
  state: proposalStateSchema.optional(),
  q: z.string().max(200).optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
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
  /** Planned: this proposal is to create it, and there is nothing to open yet. */
  connection: connectionRefSchema.extend({ isPlanned: z.boolean() }),
  authorName: z.string(),
  approvalsNeeded: z.number(),
  approvals: z.number(),
  dueAt: instant.nullable(),
  /** Since when admins are asked too; null while it is in time. */
  escalatedAt: instant.nullable(),
  /** Set aside, until when, and by whom; null: it is in the queue. Its time keeps running. */
  snooze: z
    .object({ wake: z.enum(['time', 'sync', 'change']), until: instant.nullable(), by: z.string(), at: instant })
    .nullable(),
  createdAt: instant,
  updatedAt: instant,
  /** True when the person asking may decide it now. */
  canDecide: z.boolean(),
})
export type ProposalSummary = z.infer<typeof proposalSummarySchema>

export const proposalListSchema = z.object({
  items: z.array(proposalSummarySchema),
  nextCursor: z.string().nullable(),
  counts: z.object({
    mine: z.number(),
    waiting: z.number(),
    highRisk: z.number(),
    snoozed: z.number(),
    watching: z.number(),
    approved: z.number(),
  }),
  lastDecisionAt: instant.nullable(),
})
export type ProposalList = z.infer<typeof proposalListSchema>

export const gateSchema = z.object({
  gate: z.enum(['live-state', 'policy', 'four-eyes', 'connection', 'feasibility', 'order', 'freeze', 'automatic']),
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
  /** Rules and model side by side; null when no model was asked. */
  drafting: draftingSchema.nullable(),
  /** What became of others of the same drafter and kind; null when none was decided. */
  trackRecord: trackRecordSchema.nullable(),
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
      /** In whose place; null for one's own turn. */
      onBehalfOf: personRefSchema.nullable(),
      voidReason: z.string().nullable(),
    }),
  ),
  editors: z.array(personRefSchema),
  /** Whose turn it is and by which rule; null when there is nothing to decide. */
  turn: z
    .object({
      rule: z.enum(routeRules),
      people: z.array(personRefSchema),
      sentence: z.string(),
      /** Who may take it back. */
      delegation: z.object({ from: personRefSchema, to: personRefSchema }).nullable(),
      /** In whose place the person asking would decide. */
      standsInFor: personRefSchema.nullable(),
      /** Who could get it from the person asking. */
      candidates: z.array(personRefSchema),
    })
    .nullable(),
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
