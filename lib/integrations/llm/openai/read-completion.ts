import { z } from 'zod'
import type { DraftSchema } from '../draft-schema'
import type { DraftEnding, DraftUsage } from '../port'

const usageShape = z.object({ prompt_tokens: z.number(), completion_tokens: z.number() })
// The library trusts the server's shape; compatible servers are not always that compatible.
const completionShape = z.object({
  choices: z.array(
    z.object({
      finish_reason: z.string().nullish(),
      message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
    }),
  ),
  usage: z.unknown().optional(),
})

/** What a completion means: a draft of the agreed shape, or why there is none; with the tokens it cost either way. */
export function readCompletion(
  completion: unknown,
  schema: DraftSchema,
): { ending: DraftEnding; usage: DraftUsage | null } {
  const parsed = completionShape.safeParse(completion)
  if (!parsed.success)
    return { ending: { outcome: 'invalid', reason: 'The answer is no chat completion.' }, usage: null }
  const [choice] = parsed.data.choices
  return { ending: readChoice(choice, schema), usage: readUsage(parsed.data.usage) }
}

function readChoice(
  choice: z.infer<typeof completionShape>['choices'][number] | undefined,
  schema: DraftSchema,
): DraftEnding {
  if (!choice) return { outcome: 'invalid', reason: 'The answer holds no choice.' }
  const { content, refusal } = choice.message
  if (refusal) return { outcome: 'declined', reason: refusal.slice(0, 500) }
  if (choice.finish_reason === 'content_filter')
    return { outcome: 'declined', reason: 'A content filter stopped the answer.' }
  if (choice.finish_reason === 'length')
    return { outcome: 'cut-off', reason: 'The answer reached the limit of its length.' }
  const json = parseJson(content ?? '')
  if (json === undefined) return { outcome: 'invalid', reason: 'The answer is not JSON.' }
  const draft = schema.safeParse(json)
  if (draft.success) return { outcome: 'drafted', draft: draft.data }
  const where = draft.error.issues[0]?.path.join('.')
  return { outcome: 'invalid', reason: `The answer is not of the agreed shape${where ? ` at ${where}` : ''}.` }
}

function readUsage(usage: unknown): DraftUsage | null {
  const parsed = usageShape.safeParse(usage)
  return parsed.success ? { inputTokens: parsed.data.prompt_tokens, outputTokens: parsed.data.completion_tokens } : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
