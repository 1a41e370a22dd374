import { z } from 'zod'
import type { ProposalRevision } from '@/generated/prisma/client'
import {
  type BeforeState,
  beforeStateSchema,
  type PlanStep,
  planStepSchema,
} from '@/lib/control-loop/apply/domain/plan-step'
import { type Verdict, verdictSchema, type WayBack, wayBackSchema } from '@/lib/control-loop/policy/domain/verdict'
import { checkedActionSchema } from '../contract'
import { type Action, actionSchema } from '../domain/action'
import { type Drafting, draftingSchema } from '../domain/drafting'
import { type Drafter, drafterSchema, type Evidence, evidenceSchema } from '../domain/evidence'

export interface ParsedRevision {
  proposalId: string
  revision: number
  actions: Action[]
  rationale: string
  evidence: Evidence[]
  drafters: Drafter[]
  drafting: Drafting | null
  feasibility: z.infer<typeof checkedActionSchema>[]
  plan: PlanStep[]
  before: BeforeState
  beforeHash: string
  planHash: string
  risk: 'low' | 'medium' | 'high'
  riskReasons: string[]
  verdict: Verdict
  policyVersion: number
  wayBack: WayBack
  impact: { label: string; value: string | null }[]
  editorUserId: string | null
  createdAt: Date
}

/** A stored revision with its JSON columns parsed: what lies in the database is an edge too. */
export function parseRevision(row: ProposalRevision): ParsedRevision {
  return {
    proposalId: row.proposalId,
    revision: row.revision,
    actions: actionSchema.array().parse(row.actions),
    rationale: row.rationale,
    evidence: evidenceSchema.array().parse(row.evidence),
    drafters: drafterSchema.array().parse(row.drafters),
    drafting: draftingSchema.nullable().parse(row.drafting),
    feasibility: checkedActionSchema.array().parse(row.feasibility),
    plan: planStepSchema.array().parse(row.plan),
    before: beforeStateSchema.parse(row.beforeState),
    beforeHash: row.beforeHash,
    planHash: row.planHash,
    risk: z.enum(['low', 'medium', 'high']).parse(row.risk),
    riskReasons: z.array(z.string()).parse(row.riskReasons),
    verdict: verdictSchema.parse(row.verdict),
    policyVersion: row.policyVersion,
    wayBack: wayBackSchema.parse(row.wayBack),
    impact: z.array(z.object({ label: z.string(), value: z.string().nullable() })).parse(row.impact),
    editorUserId: row.editorUserId,
    createdAt: row.createdAt,
  }
}
