import OpenAI from 'openai'
import { zodResponseFormat } from 'openai/helpers/zod'
import { createGuardedAgent } from '@/lib/integrations/guarded-http/guarded-agent'
import { createGuardedFetch } from '@/lib/integrations/guarded-http/guarded-fetch'
import { draftSchemaFor } from '../draft-schema'
import type { DraftInput, DraftOutcome, DraftUsage, ProposalDrafter } from '../port'
import { buildDraftPrompt, PROMPT_VERSION } from '../prompt'
import { explainDraftFailure } from './explain-draft-failure'
import { readCompletion } from './read-completion'

export interface OpenAiDrafterOptions {
  /** Any OpenAI-compatible server, with its version: `https://api.openai.com/v1`. */
  baseUrl: string
  /** Local servers want none; the library insists on one, so an empty key is sent as a placeholder. */
  apiKey: string
  model: string
  /** Private ranges that may be called, as CIDR, for a model on the operator's own machines. */
  allowPrivateAddresses?: readonly string[]
  timeoutMs?: number
  outputTokensMax?: number
  now?: () => number
}

/** A drafter over chat completions with a strict output schema. Connects on first use; one retry, then an outcome. */
export function createOpenAiDrafter(options: OpenAiDrafterOptions): ProposalDrafter & { close(): Promise<void> } {
  const { baseUrl, apiKey, model, allowPrivateAddresses = [], timeoutMs = 30_000, outputTokensMax = 4_000 } = options
  const now = options.now ?? Date.now
  const guarded = createGuardedAgent({ allowPrivateAddresses, connectTimeoutMs: 10_000, keepAlive: true })
  const client = new OpenAI({
    baseURL: baseUrl,
    apiKey: apiKey || 'none',
    // Set, so that neither is picked up from this process's environment.
    organization: null,
    project: null,
    maxRetries: 1,
    timeout: timeoutMs,
    fetch: createGuardedFetch(guarded, { timeoutMs, replyBytesMax: 4 * 1024 * 1024 }),
    logLevel: 'off',
  })

  async function draftProposal(input: DraftInput, { signal }: { signal?: AbortSignal } = {}): Promise<DraftOutcome> {
    const startedMs = now()
    const circumstances = (usage: DraftUsage | null) => ({
      model,
      promptVersion: PROMPT_VERSION,
      tookMs: now() - startedMs,
      usage,
    })
    const { system, user } = buildDraftPrompt(input)
    const schema = draftSchemaFor(input.allowedKinds)
    try {
      const completion = await client.chat.completions.create(
        {
          model,
          messages: [
            { role: 'system', content: system },
            { role: 'user', content: user },
          ],
          response_format: zodResponseFormat(schema, 'proposal_draft'),
          max_completion_tokens: outputTokensMax,
        },
        signal ? { signal } : {},
      )
      // Read here rather than by the library's `parse`, which throws away the usage of an answer it cannot parse.
      const { ending, usage } = readCompletion(completion, schema)
      return { ...ending, ...circumstances(usage) }
    } catch (error) {
      return { ...explainDraftFailure(error), ...circumstances(null) }
    }
  }

  return { model, draftProposal, close: () => guarded.agent.close() }
}
