import { z } from 'zod'
import type { CompletionEnding, ModelUsage } from '../port'

/** Beyond this no model reads or writes: a server that reports more is not believed. */
const TOKENS_BELIEVED_MAX = 1_000_000_000
const NAME_LENGTH_MAX = 200
const REASON_LENGTH_MAX = 500

const tokens = z.number().int().nonnegative().max(TOKENS_BELIEVED_MAX)
const usageShape = z.object({ prompt_tokens: tokens, completion_tokens: tokens.default(0) })
// The library trusts the server's shape; compatible servers are not always that compatible.
const answerShape = z.object({
  model: z.string().nullish().catch(null),
  choices: z.array(
    z.object({
      finish_reason: z.string().nullish(),
      message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
    }),
  ),
  usage: z.unknown().optional(),
})

export interface ReadAnswer {
  ending: CompletionEnding
  usage: ModelUsage | null
  servedBy: string | null
}

/** What a reply means: the model's text or why there is none; with what it cost and who served it, either way. */
export function readAnswer(reply: unknown): ReadAnswer {
  const parsed = answerShape.safeParse(reply)
  if (!parsed.success) {
    const ending = { outcome: 'failed', reason: 'The reply is no chat completion.', status: null } as const
    return { ending, ...readCircumstances(reply) }
  }
  return { ending: readChoice(parsed.data.choices[0]), ...readCircumstances(reply) }
}

/** Tokens and the serving model's name, of any reply that reports them; null for what is absent or not believable. */
export function readCircumstances(reply: unknown): { usage: ModelUsage | null; servedBy: string | null } {
  const { model, usage } = z.object({ model: z.unknown(), usage: z.unknown() }).partial().safeParse(reply).data ?? {}
  const parsed = usageShape.safeParse(usage)
  return {
    usage: parsed.success
      ? { inputTokens: parsed.data.prompt_tokens, outputTokens: parsed.data.completion_tokens }
      : null,
    servedBy: typeof model === 'string' && model ? model.slice(0, NAME_LENGTH_MAX) : null,
  }
}

function readChoice(choice: z.infer<typeof answerShape>['choices'][number] | undefined): CompletionEnding {
  if (!choice) return { outcome: 'empty', reason: 'The answer holds no choice.' }
  const { content, refusal } = choice.message
  if (refusal) return { outcome: 'declined', reason: refusal.slice(0, REASON_LENGTH_MAX) }
  if (choice.finish_reason === 'content_filter') {
    return { outcome: 'declined', reason: 'A content filter stopped the answer.' }
  }
  if (choice.finish_reason === 'length') {
    return { outcome: 'cut-off', reason: 'The answer reached the limit of its length.', text: content ?? '' }
  }
  if (!content?.trim()) return { outcome: 'empty', reason: 'The answer holds no text.' }
  return { outcome: 'completed', text: content }
}
