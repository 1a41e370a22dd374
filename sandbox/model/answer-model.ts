import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { sameText } from '@/sandbox/server/check-headers'
import { complete, completionRequestSchema, taskOf } from './complete'
import { countTokens } from './count-tokens'
import { DIMENSIONS, embedText } from './embed-text'
import { isPaid } from './model-fault'
import { type ModelPath, readModelPath } from './model-path'
import { badRequest, goneModel, json, type ModelReply, OFFERED, refusalOf, unknownPath, wrongKey } from './model-reply'
import type { ModelRequest, ScriptedModel } from './scripted-model'
import { sendCompletion, sendReply } from './send-completion'

const BODY_BYTES_MAX = 10 * 1024 * 1024

const embeddingRequestSchema = z.object({
  model: z.string().min(1).optional(),
  input: z.union([z.string(), z.array(z.string()).min(1).max(2048)]),
  dimensions: z.int().min(1).max(4096).default(DIMENSIONS),
  encoding_format: z.enum(['float', 'base64']).default('float'),
})

/** Answers one request under `/model`: a model server that speaks OpenAI's API and Azure's form of it, as scripted. */
export async function answerModel(
  scripted: ScriptedModel,
  message: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const body = await readText(message)
  const entry: Omit<ModelRequest, 'seq' | 'at'> = {
    method: message.method ?? 'GET',
    path: url.pathname + url.search,
    headers: flatten(message.headers),
    body,
    task: null,
    model: null,
    callId: String(message.headers['x-client-request-id'] ?? '') || null,
    status: 200,
    fault: null,
    paid: false,
    usage: null,
    answer: null,
  }
  const end = (reply: ModelReply) => {
    scripted.record({ ...entry, status: reply.status })
    sendReply(response, reply, entry.fault)
  }
  const path = readModelPath(url)
  if (!path) return end(unknownPath())
  if (!hasKey(message.headers, path.kind, scripted.key)) return end(wrongKey())
  if (path.endpoint === 'models') return end(listModels())
  const parsed = parse(body)
  if (scripted.latencyMs > 0) await wait(scripted.latencyMs)
  if (path.endpoint === 'embeddings') return end(embed(scripted, parsed, path, entry))
  const refusal = chat(scripted, parsed, path, entry, response)
  if (refusal) end(refusal)
}

/** Makes and sends the answer, or gives the reply of why there is none. */
function chat(
  scripted: ScriptedModel,
  body: unknown,
  path: ModelPath,
  entry: Omit<ModelRequest, 'seq' | 'at'>,
  response: ServerResponse,
): ModelReply | null {
  const parsed = completionRequestSchema.safeParse(body)
  if (!parsed.success) return badRequest(z.prettifyError(parsed.error))
  const request = parsed.data
  const model = path.deployment ?? request.model ?? ''
  entry.model = model
  entry.task = taskOf(request)
  if (model === '' || model.startsWith('retired')) return goneModel(model)
  const fault = scripted.takeFault(entry.task)
  entry.fault = fault?.kind ?? null
  const refusal = fault && refusalOf(fault.kind, model, fault.retryAfterSeconds)
  if (refusal) return refusal

  const completion = complete(scripted, { ...request, model }, entry.fault)
  entry.paid = isPaid(entry.fault)
  entry.answer = completion.content ?? completion.refusal
  entry.usage = {
    inputTokens: completion.usage.prompt_tokens,
    outputTokens: completion.usage.completion_tokens,
  }
  // Counted before the first byte leaves: what a caller loses was made and is paid.
  scripted.record(entry)
  sendCompletion(response, completion, {
    model,
    id: `chatcmpl-${scripted.log.at(-1)?.seq ?? 0}`,
    fault: entry.fault,
    stream: request.stream,
    includeUsage: request.stream_options?.include_usage ?? false,
  })
  return null
}

function embed(
  scripted: ScriptedModel,
  body: unknown,
  path: ModelPath,
  entry: Omit<ModelRequest, 'seq' | 'at'>,
): ModelReply {
  const parsed = embeddingRequestSchema.safeParse(body)
  if (!parsed.success) return badRequest(z.prettifyError(parsed.error))
  const model = path.deployment ?? parsed.data.model ?? ''
  entry.model = model
  entry.task = 'embeddings'
  if (model === '' || model.startsWith('retired')) return goneModel(model)
  const fault = scripted.takeFault('embeddings')
  const refusal = fault && refusalOf(fault.kind, model, fault.retryAfterSeconds)
  entry.fault = fault?.kind ?? null
  if (refusal) return refusal
  const texts = typeof parsed.data.input === 'string' ? [parsed.data.input] : parsed.data.input
  const tokens = texts.reduce((sum, text) => sum + countTokens(text), 0) * (entry.fault === 'ten-times' ? 10 : 1)
  entry.paid = true
  entry.usage = { inputTokens: tokens, outputTokens: 0 }
  const data = texts.map((text, index) => {
    const vector = embedText(text, parsed.data.dimensions)
    const embedding = parsed.data.encoding_format === 'float' ? vector : toBase64(vector)
    return { object: 'embedding', index, embedding }
  })
  return json(200, { object: 'list', model, data, usage: { prompt_tokens: tokens, total_tokens: tokens } })
}

function listModels(): ModelReply {
  return json(200, { object: 'list', data: OFFERED.map((id) => ({ id, object: 'model', owned_by: 'sandbox' })) })
}

function hasKey(headers: IncomingHttpHeaders, kind: ModelPath['kind'], key: string): boolean {
  return kind === 'azure'
    ? sameText(String(headers['api-key'] ?? ''), key)
    : sameText(headers.authorization ?? '', `Bearer ${key}`)
}

async function readText(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message) {
    size += chunk.length
    if (size <= BODY_BYTES_MAX) chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const toBase64 = (vector: number[]) => Buffer.from(new Float32Array(vector).buffer).toString('base64')

function flatten(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}
