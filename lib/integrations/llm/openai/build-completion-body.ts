import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions'
import type { CompletionRequest } from '../port'

/**
 * The body of a chat completion with a strict output schema. It offers no tools, asks for one answer and for the whole of it at once.
 * Pure: the same request gives the same text once written as JSON, which is what a preview shows.
 */
export function buildCompletionBody(request: CompletionRequest): ChatCompletionCreateParamsNonStreaming {
  return {
    model: request.model,
    messages: request.messages.map(({ role, text }) => ({ role, content: text })),
    response_format: {
      type: 'json_schema',
      json_schema: { name: request.schema.name, schema: { ...request.schema.jsonSchema }, strict: true },
    },
    max_completion_tokens: request.outputTokensMax,
  }
}
