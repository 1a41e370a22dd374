import type { ActionKind } from '@/lib/control-loop/proposal/domain/action'
import type { KnownChange } from '@/lib/control-loop/proposal/domain/draft'
import type { ModelDrafter } from '@/lib/control-loop/proposal/services/model-drafter'
import { createOpenAiDrafter } from '@/lib/integrations/llm/openai/create-openai-drafter'
import { workerEnv } from '@/lib/platform/config/env'

/** What a model may propose. Accepting changes and confirming renames are people's and the rules' bookkeeping. */
const allowedKinds: ActionKind[] = ['set-column-enabled', 'set-column-hashed', 'set-table-enabled', 'set-sync-mode']

function typesOf({ change }: KnownChange): { baseType: string | null; revisionType: string | null } {
  switch (change.kind) {
    case 'type-widened':
    case 'type-narrowed':
    case 'type-changed':
      return { baseType: change.base, revisionType: change.revision }
    case 'column-added':
      return { baseType: null, revisionType: change.revision.type }
    case 'column-removed':
      return { baseType: change.base.type, revisionType: null }
    default:
      return { baseType: null, revisionType: null }
  }
}

/** The model drafter of this installation, or null when no endpoint is configured: then rules draft alone and say so. */
export function createConfiguredDrafter(): ModelDrafter | null {
  const env = workerEnv()
  if (!env.LLM_BASE_URL || !env.LLM_MODEL) return null
  const drafter = createOpenAiDrafter({
    baseUrl: env.LLM_BASE_URL,
    apiKey: env.LLM_API_KEY ?? 'none',
    model: env.LLM_MODEL,
    allowPrivateAddresses: env.ALLOW_PRIVATE_ADDRESSES,
  })
  return {
    name: drafter.model,
    async draft({ connector, draft, changes }) {
      const reply = await drafter.draftProposal({
        connectorType: connector,
        changes: changes.map((known) => ({
          changeId: known.id,
          kind: known.change.kind,
          path: known.change.path,
          ...typesOf(known),
        })),
        rulesDraft: { rationale: draft.rationale, actions: draft.actions },
        allowedKinds,
      })
      return reply.outcome === 'drafted'
        ? { outcome: 'drafted', answer: reply.draft }
        : { outcome: 'none', reason: reply.reason }
    },
  }
}
