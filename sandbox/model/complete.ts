import { z } from 'zod'
import { answerTask } from './answer-task'
import { countTokens } from './count-tokens'
import type { ModelFaultKind } from './model-fault'
import { obeyAttacker } from './obey/obey-attacker'
import { readPrompt } from './read-prompt'
import type { ScriptedModel } from './scripted-model'

export const completionRequestSchema = z.object({
  model: z.string().min(1).optional(),
  messages: z.array(z.looseObject({ role: z.string(), content: z.unknown() })).min(1),
  response_format: z
    .object({
      type: z.string(),
      json_schema: z.object({ name: z.string(), schema: z.record(z.string(), z.json()) }).optional(),
    })
    .optional(),
  max_completion_tokens: z.int().min(1).optional(),
  max_tokens: z.int().min(1).optional(),
  stream: z.boolean().default(false),
  stream_options: z.object({ include_usage: z.boolean().default(false) }).nullish(),
})
export type ModelCompletionRequest = z.output<typeof completionRequestSchema>

export interface Completion {
  finish: 'stop' | 'length'
  content: string | null
  refusal: string | null
  usage: { prompt_tokens: number; completion_tokens: number; total_tokens: number }
}

/** The task a request is about, told by the name of its output schema (`draft-mapping`, `draft_mapping.2`); null without one. */
export function taskOf(request: ModelCompletionRequest): string | null {
  const name = request.response_format?.json_schema?.name
  return name ? name.replaceAll('_', '-').replace(/[.-]v?\d+$/, '') : null
}

/** What the model says: a scripted answer, what an attacker wants, or a sensible one; spoilt by the fault that strikes it. */
export function complete(
  scripted: ScriptedModel,
  request: ModelCompletionRequest,
  fault: ModelFaultKind | null,
): Completion {
  const prompt = readPrompt(request.messages)
  const schema = request.response_format?.json_schema?.schema ?? {}
  const task = taskOf(request)
  const sensible = () => JSON.stringify(answerTask(task, prompt, schema, request.model ?? ''))
  const think = () =>
    (scripted.behaviour === 'sensible' ? null : obeyAttacker(prompt, schema, sensible())) ?? sensible()
  const text = spoil(scripted.takeAnswer(task) ?? think(), fault)

  const inputTokens = countTokens(JSON.stringify(request.messages)) + countTokens(JSON.stringify(schema))
  const outputMax = request.max_completion_tokens ?? request.max_tokens ?? Number.POSITIVE_INFINITY
  const isCut = countTokens(text) > outputMax
  const shown = isCut
    ? Buffer.from(text)
        .subarray(0, outputMax * 4)
        .toString()
        .replace(/\uFFFD+$/, '')
    : text
  const outputTokens = countTokens(shown)
  const factor = fault === 'ten-times' ? 10 : 1
  const usage = {
    prompt_tokens: inputTokens * factor,
    completion_tokens: outputTokens * factor,
    total_tokens: (inputTokens + outputTokens) * factor,
  }
  if (fault === 'refusal') return { finish: 'stop', content: null, refusal: 'I cannot help with that.', usage }
  return { finish: isCut || fault === 'cut-off' ? 'length' : 'stop', content: shown, refusal: null, usage }
}

function spoil(text: string, fault: ModelFaultKind | null): string {
  if (fault === 'cut-off') return text.slice(0, Math.floor(text.length / 2))
  if (fault === 'invalid-json') return `Sure! Here is what you asked for:\n${text.slice(0, -1)}`
  if (fault === 'invented-names') return inventNames(text)
  return text
}

/** The same answer about tables and columns that nobody has: valid by its form, and about nothing that exists. */
function inventNames(text: string): string {
  const rename = (key: string, value: unknown) =>
    typeof value === 'string' && /^(name|schema|table|column|columns|path|from|to|object|key)$/i.test(key)
      ? `${value}_imagined`
      : value
  try {
    return JSON.stringify(JSON.parse(text, rename))
  } catch {
    return text
  }
}
