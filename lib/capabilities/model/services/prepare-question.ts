import { z } from 'zod'
import type { CompletionRequest } from '@/lib/integrations/llm/port'
import { toAnswerSchema } from '../domain/answer-schema'
import { hashQuestion, type Messages } from '../domain/messages'
import { tokensLikely } from '../domain/price'
import { redact } from '../domain/redact'
import type { ModelTask } from '../domain/task'

/** Everything that may leave for one question, before a model is chosen. */
export interface Question {
  messages: Messages
  schema: { name: string; jsonSchema: object }
  outputTokensMax: number
  /** What was masked, for the ledger and the preview. */
  masked: string[]
  /** What the prompt was made of, masked too, where it may be asked again with another prompt. */
  material: unknown
  /** About how many tokens it would have, where that is more than the task allows; then it holds no words. */
  tooLongTokens: number | null
}

/** Schema names may hold letters, digits, `_` and `-`. */
const schemaName = (taskName: string) => taskName.replaceAll('-', '_')

/** Builds a question and masks in it whatever must not leave: the last look at a text before it goes out. Refuses input the task does not take. */
export function prepareQuestion<Input, Output>(
  task: ModelTask<Input, Output>,
  input: Input,
  secrets: readonly string[],
): Question {
  const { system, user } = task.prompt(input)
  const schema = { name: schemaName(task.name), jsonSchema: toAnswerSchema(task.output) }
  const { inputTokensMax, outputTokensMax } = task.limits
  const likely = tokensLikely(JSON.stringify([system, user, schema]))
  if (likely > inputTokensMax) {
    // Looking through it would take long, and nothing of it is sent or kept.
    return { messages: [], masked: [], schema, outputTokensMax, material: null, tooLongTokens: likely }
  }
  const messages: Messages = [
    { role: 'system', text: system },
    { role: 'user', text: user },
  ]
  return {
    ...redactMessages(messages, secrets),
    schema,
    outputTokensMax,
    material: task.input ? redactMaterial(input, secrets) : null,
    tooLongTokens: null,
  }
}

/** Messages as they may leave, and what was masked in them. */
export function redactMessages(
  messages: Messages,
  secrets: readonly string[],
): { messages: Messages; masked: string[] } {
  const redacted = messages.map(({ role, text }) => ({ role, ...redact(text, secrets) }))
  return {
    messages: redacted.map(({ role, text }) => ({ role, text })),
    masked: redacted.flatMap(({ masked }) => masked),
  }
}

/** The request of a question to a model, as it goes out. */
export function toRequest(question: Question, messages: Messages, model: string, timeoutMs: number): CompletionRequest {
  const { schema, outputTokensMax } = question
  return { model, messages, schema, outputTokensMax, timeoutMs }
}

/** Names a question to one model to the letter. */
export function hashOf(promptVersion: string, question: Question, messages: Messages, model: string): string {
  const { schema, outputTokensMax } = question
  return hashQuestion({ promptVersion, model, messages, schema, outputTokensMax })
}

const jsonSchema = z.json()

/** Material as JSON with everything private masked; null when masking leaves no JSON, as inside a bare number. */
function redactMaterial(input: unknown, secrets: readonly string[]): unknown {
  try {
    return jsonSchema.parse(JSON.parse(redact(JSON.stringify(input), secrets).text))
  } catch {
    return null
  }
}
