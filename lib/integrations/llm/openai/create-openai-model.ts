import OpenAI, { AzureOpenAI } from 'openai'
import { z } from 'zod'
import { createGuardedAgent, type GuardedAgent } from '@/lib/integrations/guarded-http/guarded-agent'
import { createGuardedFetch } from '@/lib/integrations/guarded-http/guarded-fetch'
import type { CallCircumstances, CallFailure, CallOptions, ModelPort } from '../port'
import { buildCompletionBody } from './build-completion-body'
import { explainCallFailure } from './explain-call-failure'
import { readAnswer, readCircumstances } from './read-answer'
import { readVectors } from './read-vectors'

export interface OpenAiModelOptions {
  /** `azure` sends the key as `api-key`, the deployment in the path, and the version of its API. */
  kind: 'openai' | 'azure'
  /** With its version for `openai` (`https://api.openai.com/v1`); the resource for `azure` (`https://name.openai.azure.com`). */
  baseUrl: string
  /** Local servers want none; the library insists on one, so an empty key is sent as a placeholder. */
  apiKey: string
  /** Private ranges that may be called, as CIDR, for a model on the operator's own machines. */
  allowPrivateAddresses?: readonly string[]
  /** Azure only. */
  apiVersion?: string
  replyBytesMax?: number
  now?: () => number
}

/** The first stable version of Azure's API that knows output schemas. */
const AZURE_API_VERSION = '2024-10-21'
const CONNECT_TIMEOUT_MS = 10_000
const LIST_TIMEOUT_MS = 15_000
const LISTED_MAX = 1_000
const NOTHING_SENT = { usage: null, servedBy: null, mayBeBilled: false }

const modelListShape = z.object({ data: z.array(z.object({ id: z.string().min(1).max(200) })) })

/** A model server that speaks OpenAI's API, or Azure's form of it. Connects on first use, through the guarded agent only. */
export function createOpenAiModel(options: OpenAiModelOptions): ModelPort {
  const now = options.now ?? Date.now
  const { allowPrivateAddresses = [] } = options
  const guarded = createGuardedAgent({ allowPrivateAddresses, connectTimeoutMs: CONNECT_TIMEOUT_MS, keepAlive: true })

  /** One request and what it came to: `read` turns the reply into an ending, and whatever is thrown becomes one too. */
  async function call<Ending extends { outcome: string }>(
    send: (client: OpenAI) => PromiseLike<unknown>,
    read: (reply: unknown) => Ending,
    timeoutMs: number,
    refusal: CallFailure | null = refuseOptions(options),
  ): Promise<CallCircumstances & (Ending | CallFailure)> {
    const startedMs = now()
    const after = (rest: Omit<CallCircumstances, 'tookMs' | 'retries'>) => ({
      tookMs: now() - startedMs,
      retries: 0,
      ...rest,
    })
    if (refusal) return { ...refusal, ...after(NOTHING_SENT) }
    try {
      const reply = await send(openClient(options, guarded, timeoutMs))
      return { ...read(reply), ...after({ ...readCircumstances(reply), mayBeBilled: true }) }
    } catch (error) {
      const { failure, mayBeBilled } = explainCallFailure(error, now())
      return { ...failure, ...after({ usage: null, servedBy: null, mayBeBilled }) }
    }
  }

  return {
    complete: (request, callOptions) =>
      call(
        (client) => client.chat.completions.create(buildCompletionBody(request), toRequestOptions(callOptions)),
        (reply) => readAnswer(reply).ending,
        request.timeoutMs,
        refuseOptions(options, request.model),
      ),
    embed: (request, callOptions) =>
      call(
        (client) => {
          const { model, texts: input, dimensions } = request
          // Asked for as numbers: by default the library asks for base64, which not every compatible server knows.
          const body = { model, input, encoding_format: 'float' as const, ...(dimensions && { dimensions }) }
          return client.embeddings.create(body, toRequestOptions(callOptions))
        },
        (reply) => {
          const vectors = readVectors(reply, request.texts.length)
          if (vectors) return { outcome: 'embedded' as const, vectors }
          return { outcome: 'failed' as const, reason: 'The reply does not hold one vector per text.', status: null }
        },
        request.timeoutMs,
        refuseOptions(options, request.model),
      ),
    listModels: ({ timeoutMs = LIST_TIMEOUT_MS, ...callOptions } = {}) =>
      call((client) => client.get('/models', toRequestOptions(callOptions)), readModels, timeoutMs).then((outcome) => ({
        ...outcome,
        mayBeBilled: false,
      })),
    outgoingBytes: (request) => JSON.stringify(buildCompletionBody(request)),
    close: () => guarded.agent.close(),
  }
}

function openClient(options: OpenAiModelOptions, guarded: GuardedAgent, timeoutMs: number): OpenAI {
  const { kind, baseUrl, apiKey, replyBytesMax = 4 * 1024 * 1024 } = options
  const settings = {
    apiKey: apiKey || 'none',
    // Set, so that none is picked up from this process's environment.
    organization: null,
    project: null,
    adminAPIKey: null,
    webhookSecret: null,
    maxRetries: 0,
    // Ours ends the call first, and knows that it did.
    timeout: timeoutMs + 1_000,
    fetch: createGuardedFetch(guarded, { timeoutMs, replyBytesMax }),
    logLevel: 'off' as const,
  }
  if (kind === 'openai') return new OpenAI({ ...settings, baseURL: baseUrl })
  const apiVersion = options.apiVersion ?? AZURE_API_VERSION
  const resource = baseUrl.replace(/\/+$/, '')
  return new AzureOpenAI({
    ...settings,
    baseURL: /\/openai(\/|$)/.test(resource) ? resource : `${resource}/openai`,
    apiVersion,
  })
}

/** What can be refused before any socket: an address or a key that cannot be sent, a deployment that would leave its path. */
function refuseOptions({ kind, baseUrl, apiKey }: OpenAiModelOptions, model?: string): CallFailure | null {
  if (!URL.canParse(baseUrl)) return { outcome: 'address-refused', reason: 'This is not a web address.' }
  if (/[^\x21-\x7e]/.test(apiKey)) {
    return { outcome: 'credentials-refused', reason: 'The key holds characters that no key has.' }
  }
  if (kind === 'azure' && model !== undefined && !/^[\w.-]+$/.test(model)) {
    return { outcome: 'model-gone', reason: 'This is not the name of a deployment.' }
  }
  return null
}

function toRequestOptions({ signal, callId }: CallOptions = {}) {
  return { ...(signal && { signal }), ...(callId && { headers: { 'X-Client-Request-Id': callId } }) }
}

function readModels(reply: unknown) {
  const parsed = modelListShape.safeParse(reply)
  if (!parsed.success) return { outcome: 'failed' as const, reason: 'The reply is no list of models.', status: null }
  return { outcome: 'listed' as const, models: parsed.data.data.slice(0, LISTED_MAX).map(({ id }) => id) }
}
