import type { Connection } from '@/generated/prisma/client'
import type { SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { Tx } from '@/lib/platform/db/client'
import type { Action, ActionKind } from '../domain/action'
import { checkDraft, modelActionKinds } from '../domain/check-draft'
import type { Classification, Draft, KnownChange } from '../domain/draft'
import type { Drafting, DraftSuggestion } from '../domain/drafting'
import type { Drafter, Evidence } from '../domain/evidence'
import { mergeDrafts } from '../domain/merge-drafts'

/** What a model is asked to draft, with everything it may be told: names, types, settings and classes. No rows. */
export interface ModelDraftRequest {
  connectionId: string
  connector: string
  draft: Draft
  changes: readonly KnownChange[]
  tree: SchemaTree
  classifications: ReadonlyMap<string, Classification>
  kinds: readonly ActionKind[]
  correlationId: string
  /** What the checker holds against these actions, for the model to repair; empty when all may stand. */
  check(actions: readonly unknown[]): string[]
}

export type ModelDraftOutcome =
  | {
      outcome: 'drafted'
      model: string
      promptVersion: string
      callId: string
      rationale: string
      /** Unchecked. */
      actions: readonly unknown[]
      suggestions: DraftSuggestion[]
    }
  /** `why` is a word for code, `reason` goes on after "nothing:". `not-configured` is no news: there is no model. */
  | { outcome: 'none'; why: string; reason: string }

/**
 * A language model that drafts. The spine knows this shape only; the worker hands in the gate, which the spine never imports. Never rejects for what a
 * model, its server or a budget does.
 */
export interface ModelDrafter {
  draft(request: ModelDraftRequest): Promise<ModelDraftOutcome>
  /** Writes into the record of calls which proposal a call fed. */
  recordFed(tx: Tx, callId: string, proposalId: string): Promise<void>
}

export interface Redrafted {
  actions: Action[]
  rationale: string
  evidence: Evidence[]
  drafters: Drafter[]
  authorKind: 'rule' | 'model'
  drafting: Drafting | null
}

/** Kinds of change that call for a mapping. To the others a model has nothing to say that an action could do. */
const draftable = new Set<KnownChange['change']['kind']>([
  'table-added',
  'column-added',
  'key-changed',
  'type-widened',
  'type-narrowed',
  'type-changed',
])

export interface RedraftContext {
  connection: Connection
  tree: SchemaTree
  classifications: ReadonlyMap<string, Classification>
  correlationId: string
}

/**
 * Asks a model beside what a rule drafted. Its actions are parsed into the closed union, must be in reach and feasible, and only then are laid beside the
 * rule's; everything else is dropped and listed where reviewers see it. With no model, or none that answers, the rule's draft stands and says why.
 */
export async function redraft(
  draft: Draft,
  changes: readonly KnownChange[],
  context: RedraftContext,
  model: ModelDrafter | null,
): Promise<Redrafted> {
  const { connection, tree, classifications, correlationId } = context
  const rule: Drafter = { source: 'rule', name: draft.ruleId, part: 'actions and evidence' }
  const byRule: Redrafted = {
    actions: draft.actions,
    rationale: draft.rationale,
    evidence: draft.evidence,
    drafters: [rule],
    authorKind: 'rule',
    drafting: null,
  }
  if (!model || !changes.some(({ change }) => draftable.has(change.kind))) return byRule
  const reach = { about: changes.map(({ change }) => change.path), kinds: modelActionKinds, tree }
  const reply = await model.draft({
    connectionId: connection.id,
    connector: connection.service,
    draft,
    changes,
    tree,
    classifications,
    kinds: modelActionKinds,
    correlationId,
    check: (actions) => checkDraft(actions, reach).dropped.map(({ what, reason }) => `${what}: ${reason}`),
  })
  if (reply.outcome === 'none') {
    if (reply.why === 'not-configured') return byRule
    return {
      ...byRule,
      drafters: [rule, { source: 'model', name: 'language model', part: `nothing: ${reply.reason}` }],
      drafting: { ...emptyDrafting(draft), withoutModel: { why: reply.why, reason: reply.reason } },
    }
  }
  const { kept, dropped } = checkDraft(reply.actions, reach)
  const { actions, sides, fromModel } = mergeDrafts(draft.actions, kept, modelActionKinds)
  const wrote = [
    ...(fromModel > 0 ? [`${fromModel} of ${actions.length} actions`] : []),
    'rationale',
    ...(dropped.length > 0 ? [`${dropped.length} actions dropped by the checker`] : []),
  ]
  return {
    actions,
    rationale: reply.rationale,
    evidence: draft.evidence,
    drafters: [
      { ...rule, part: fromModel === actions.length ? 'evidence' : rule.part },
      { source: 'model', name: reply.model, part: wrote.join('; ') },
    ],
    authorKind: fromModel > 0 ? 'model' : 'rule',
    drafting: {
      ...emptyDrafting(draft),
      model: { name: reply.model, promptVersion: reply.promptVersion, callId: reply.callId },
      sides,
      dropped,
      suggestions: reply.suggestions,
    },
  }
}

function emptyDrafting(draft: Draft): Drafting {
  return {
    model: null,
    withoutModel: null,
    sides: [],
    dropped: [],
    suggestions: [],
    rulesRationale: draft.rationale,
  }
}
