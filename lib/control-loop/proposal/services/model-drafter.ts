import { z } from 'zod'
import type { Connection } from '@/generated/prisma/client'
import type { SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { type Action, actionSchema } from '../domain/action'
import { checkFeasibility } from '../domain/check-feasibility'
import type { Draft, KnownChange } from '../domain/draft'
import type { Drafter, Evidence } from '../domain/evidence'

/** Asks a language model for its own draft. Resolves with unchecked output, or says in words why there is none. */
export interface ModelDrafter {
  name: string
  draft(input: {
    connector: string
    draft: Draft
    changes: readonly KnownChange[]
  }): Promise<{ outcome: 'drafted'; answer: unknown } | { outcome: 'none'; reason: string }>
}

export interface Redrafted {
  actions: Action[]
  rationale: string
  evidence: Evidence[]
  drafters: Drafter[]
  authorKind: 'rule' | 'model'
}

const answerSchema = z.object({ rationale: z.string().min(1).max(2000), actions: z.array(z.unknown()).max(50) })

/** A model may only speak of the table its changes are in, and may neither accept changes nor confirm renames: those are the rules' bookkeeping. */
function isInReach(action: Action, draft: Draft): boolean {
  if (action.kind === 'accept-changes' || action.kind === 'confirm-rename') return false
  if (!('table' in action)) return false
  const table = `${action.schema}.${action.table}`
  return draft.path === table || draft.path.startsWith(`${table}.`)
}

/**
 * Lets a model redraft what a rule drafted. Its actions are parsed into the closed union, must be in reach and feasible, and only then stand; everything
 * else is dropped and counted where reviewers see it. With no model, or none that answers, the rule's draft stands as it is.
 */
export async function redraft(
  draft: Draft,
  changes: readonly KnownChange[],
  connection: Connection,
  tree: SchemaTree,
  model: ModelDrafter | null,
): Promise<Redrafted> {
  const byRule: Redrafted = {
    actions: draft.actions,
    rationale: draft.rationale,
    evidence: draft.evidence,
    drafters: [{ source: 'rule', name: draft.ruleId, part: 'actions and evidence' }],
    authorKind: 'rule',
  }
  if (!model) return byRule
  const reply = await model.draft({ connector: connection.service, draft, changes })
  if (reply.outcome === 'none') {
    return {
      ...byRule,
      drafters: [...byRule.drafters, { source: 'model', name: model.name, part: `nothing: ${reply.reason}` }],
    }
  }
  const answer = answerSchema.safeParse(reply.answer)
  if (!answer.success) {
    return {
      ...byRule,
      drafters: [
        ...byRule.drafters,
        { source: 'model', name: model.name, part: 'nothing: its answer did not have the agreed form' },
      ],
    }
  }
  const parsed = answer.data.actions.map((raw) => actionSchema.safeParse(raw))
  const kept = parsed
    .flatMap((result) => (result.success ? [result.data] : []))
    .filter((action) => isInReach(action, draft) && checkFeasibility(action, tree).feasible)
  const dropped = answer.data.actions.length - kept.length
  const bookkeeping = draft.actions.filter(({ kind }) => kind === 'accept-changes' || kind === 'confirm-rename')
  const part =
    dropped > 0 ? `rationale; ${dropped} of ${answer.data.actions.length} actions dropped by the checker` : 'rationale'
  const explained: Redrafted = {
    ...byRule,
    rationale: answer.data.rationale,
    drafters: [...byRule.drafters, { source: 'model', name: model.name, part }],
  }
  const same = JSON.stringify(kept) === JSON.stringify(draft.actions.filter((action) => !bookkeeping.includes(action)))
  if (kept.length === 0 || same) return explained
  return {
    ...explained,
    actions: [...kept, ...bookkeeping],
    drafters: [
      { source: 'rule', name: draft.ruleId, part: 'evidence' },
      { source: 'model', name: model.name, part: `actions and ${part}` },
    ],
    authorKind: 'model',
  }
}
