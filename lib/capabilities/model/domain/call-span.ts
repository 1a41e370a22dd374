import { createHash } from 'node:crypto'
import type { MeteredTask } from './task'

/** What of a call a span tells. */
export interface SpannedCall {
  id: string
  correlationId: string
  task: MeteredTask
  promptVersion: string
  subject: string
  kind: 'openai' | 'azure'
  baseUrl: string | null
  model: string
  servedBy: string | null
  outcome: string
  endedMs: number
  tookMs: number
  inputTokens: number | null
  outputTokens: number | null
  costMicros: number
  cached: boolean
  turn: number
  requestedById: string | null
  /** null unless content is to go out. */
  content: { input: { role: string; text: string }[]; output: string | null } | null
}

export interface CallSpan {
  traceId: string
  spanId: string
  name: string
  startMs: number
  endMs: number
  attributes: Record<string, string | number | boolean | string[]>
  error: string | null
}

const hex = (text: string, length: number) => createHash('sha256').update(text).digest('hex').slice(0, length)

/**
 * A call as a span in the words of OpenTelemetry's conventions for generative AI (current names only), with the few attributes by which Langfuse
 * names prompts, users and costs. Ids follow from the call, so that a span sent twice is one. Cost in dollars has no standard name: `fcp.cost.usd`.
 */
export function toCallSpan(call: SpannedCall): CallSpan {
  const operation = call.task === 'embed-texts' ? 'embeddings' : 'chat'
  const address = call.baseUrl && URL.canParse(call.baseUrl) ? new URL(call.baseUrl) : null
  const costUsd = call.costMicros / 1_000_000
  const isFine = call.outcome === 'answered'
  return {
    traceId: hex(call.correlationId, 32),
    spanId: hex(call.id, 16),
    name: `${operation} ${call.model}`,
    startMs: call.endedMs - call.tookMs,
    endMs: call.endedMs,
    error: isFine ? null : call.outcome,
    attributes: {
      'gen_ai.operation.name': operation,
      'gen_ai.provider.name': call.kind === 'azure' ? 'azure.ai.openai' : 'openai',
      'gen_ai.request.model': call.model,
      ...(operation === 'chat' && { 'gen_ai.output.type': 'json' }),
      ...(address && { 'server.address': address.hostname, 'server.port': portOf(address) }),
      'gen_ai.response.id': call.id,
      ...(call.servedBy !== null && { 'gen_ai.response.model': call.servedBy }),
      ...(call.inputTokens !== null && { 'gen_ai.usage.input_tokens': call.inputTokens }),
      ...(call.outputTokens !== null && { 'gen_ai.usage.output_tokens': call.outputTokens }),
      ...(isFine && operation === 'chat' && { 'gen_ai.response.finish_reasons': ['stop'] }),
      ...(!isFine && { 'error.type': call.outcome }),
      'fcp.cost.usd': costUsd,
      'headgate.task': call.task,
      'headgate.subject': call.subject,
      'headgate.turn': call.turn,
      'headgate.cached': call.cached,
      'langfuse.trace.name': call.task,
      'langfuse.observation.prompt.name': call.task,
      'langfuse.observation.prompt.version': Number(call.promptVersion.split('.').at(-1)) || 1,
      'langfuse.observation.cost_details': JSON.stringify({ total: costUsd }),
      'langfuse.observation.level': isFine ? 'DEFAULT' : 'ERROR',
      ...(call.requestedById !== null && { 'user.id': call.requestedById }),
      ...(call.content && contentOf(call.content)),
    },
  }
}

function contentOf({ input, output }: NonNullable<SpannedCall['content']>): Record<string, string> {
  const toMessages = (messages: { role: string; text: string }[], rest: object = {}) =>
    JSON.stringify(messages.map(({ role, text }) => ({ role, parts: [{ type: 'text', content: text }], ...rest })))
  return {
    'gen_ai.input.messages': toMessages(input),
    ...(output !== null && {
      'gen_ai.output.messages': toMessages([{ role: 'assistant', text: output }], { finish_reason: 'stop' }),
    }),
  }
}

function portOf(address: URL): number {
  return Number(address.port) || (address.protocol === 'https:' ? 443 : 80)
}
