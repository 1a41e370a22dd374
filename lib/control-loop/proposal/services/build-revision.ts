import { Prisma } from '@/generated/prisma/client'
import { extractBeforeState } from '@/lib/control-loop/apply/domain/extract-before-state'
import { hashBeforeState, hashPlan } from '@/lib/control-loop/apply/domain/hash-plan'
import type { BeforeState, PlanStep } from '@/lib/control-loop/apply/domain/plan-step'
import { planSteps } from '@/lib/control-loop/apply/domain/plan-steps'
import { plannedState } from '@/lib/control-loop/apply/domain/planned-state'
import { editOfStep } from '@/lib/control-loop/apply/services/edit-of-step'
import { deriveFacts } from '@/lib/control-loop/policy/domain/derive-facts'
import { type DerivedRisk, deriveRisk } from '@/lib/control-loop/policy/domain/derive-risk'
import { evaluatePolicy } from '@/lib/control-loop/policy/domain/evaluate-policy'
import type { Policy } from '@/lib/control-loop/policy/domain/policy'
import type { Verdict, WayBack } from '@/lib/control-loop/policy/domain/verdict'
import type { SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { describeEdit } from '@/lib/integrations/fivetran/client/describe-edit'
import { type Action, findCreate } from '../domain/action'
import { type CheckedAction, checkFeasibility } from '../domain/check-feasibility'
import { deriveWayBack } from '../domain/derive-way-back'
import type { Drafting } from '../domain/drafting'
import type { Drafter, Evidence } from '../domain/evidence'
import type { PolicySignals } from './gather-signals'

export interface RevisionInput {
  actions: Action[]
  rationale: string
  evidence: Evidence[]
  drafters: Drafter[]
  /** Where a model was asked: both drafts side by side. */
  drafting?: Drafting | null
  authorKind: 'rule' | 'model' | 'person'
  editorUserId: string | null
  fallbackPath: string
  impact: { label: string; value: string | null }[]
}
export interface RevisionContext {
  /** null: the connection is planned, and there is nothing to read yet. */
  tree: SchemaTree | null
  paused: boolean
  /** null: planned. */
  connectionExternalId: string | null
  policy: { version: number; policy: Policy }
  signals: PolicySignals
  /** False when a signal that risk needs could not be had. */
  signalsComplete: boolean
}
export interface BuiltRevision extends RevisionInput {
  feasibility: CheckedAction[]
  before: BeforeState
  beforeHash: string
  plan: PlanStep[]
  planHash: string
  risk: DerivedRisk
  verdict: Verdict
  wayBack: WayBack
  policyVersion: number
}

/** Fills each step's request with the words it will be sent in, so that what reviewers see is what goes out. */
export function planWithRequests(
  actions: Action[],
  before: BeforeState,
  fallbackPath: string,
  externalId: string | null,
): PlanStep[] {
  return planSteps(actions, before, fallbackPath).map((step) => {
    const edit = editOfStep(step, before)
    return edit ? { ...step, request: describeEdit(externalId, edit) } : step
  })
}

/**
 * Everything that follows from a list of actions on a given state: feasibility, plan, hashes, risk, verdict and way back. The same for
 * drafts of rules, models and people, and for a re-check, so that an identical re-plan has an identical hash.
 */
export function buildRevision(input: RevisionInput, context: RevisionContext): BuiltRevision {
  const feasibility = input.actions.map((action) => checkFeasibility(action, context.tree, input.actions))
  const before = beforeStateOf(input.actions, context)
  const plan = planWithRequests(input.actions, before, input.fallbackPath, context.connectionExternalId)
  const risk = deriveRisk(input.actions, context.signals)
  const verdict = evaluatePolicy(
    deriveFacts({
      actions: input.actions,
      risk: risk.risk,
      authorKind: input.authorKind,
      signalsComplete: context.signalsComplete,
      infeasible: feasibility.filter(({ feasible }) => !feasible).length,
      surroundings: context.signals.surroundings,
    }),
    context.policy.policy,
  )
  return {
    ...input,
    feasibility,
    before,
    beforeHash: hashBeforeState(before),
    plan,
    planHash: hashPlan({ before, steps: plan, policyVersion: context.policy.version }),
    risk,
    verdict,
    wayBack: deriveWayBack(input.actions),
    policyVersion: context.policy.version,
  }
}

/** A planned connection starts from a free name: whoever has it by the time of the apply is found by the look before the create. */
function beforeStateOf(actions: Action[], { tree, paused }: RevisionContext): BeforeState {
  const create = findCreate(actions)
  if (tree === null && create) return plannedState(create, null, false)
  return extractBeforeState(actions, tree ?? emptyTree, paused)
}

const emptyTree: SchemaTree = { changeHandling: 'allow-all', typeLocked: null, schemas: {} }

const asJson = (value: unknown) => value as Prisma.InputJsonValue

/** A built revision as a row. */
export function revisionRow(proposalId: string, revision: number, built: BuiltRevision) {
  return {
    proposalId,
    revision,
    actions: asJson(built.actions),
    rationale: built.rationale,
    evidence: asJson(built.evidence),
    drafters: asJson(built.drafters),
    drafting: built.drafting ? asJson(built.drafting) : Prisma.DbNull,
    feasibility: asJson(built.feasibility),
    plan: asJson(built.plan),
    beforeState: asJson(built.before),
    beforeHash: built.beforeHash,
    planHash: built.planHash,
    risk: built.risk.risk,
    riskReasons: asJson(built.risk.reasons),
    verdict: asJson(built.verdict),
    policyVersion: built.policyVersion,
    wayBack: asJson(built.wayBack),
    impact: asJson(built.impact),
    editorUserId: built.editorUserId,
  }
}
