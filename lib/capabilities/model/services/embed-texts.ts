import { createHash, randomUUID } from 'node:crypto'
import type { EmbeddingRequest } from '@/lib/integrations/llm/port'
import { db } from '@/lib/platform/db/client'
import type { CallOutcome } from '../domain/call-outcome'
import type { ModelAnswer, ModelAsk } from '../domain/model-answer'
import { chargeOf, costMicros, tokensAtMost } from '../domain/price'
import { redact } from '../domain/redact'
import { findCandidates } from './find-candidates'
import { readLiveSecrets } from './live-secrets'
import { explainUnopened, openModel } from './open-model'
import { findProviderRest, noteProviderOutcome } from './provider-breaker'
import { explainStop, reserveCall } from './reserve-call'
import { settleCall } from './settle-call'

const TASK = 'embed-texts'
const VERSION = 'embed-texts.1'
const CONCURRENCY_MAX = 2

/**
 * Turns texts into vectors, one for each, through the same gate: masked, capped, metered and in the ledger. The one route of the task answers,
 * without fallback, since vectors of two models cannot be compared. Texts and vectors are not kept in the ledger.
 */
export async function embedTexts(
  texts: readonly string[],
  ask: Omit<ModelAsk<never>, 'check' | 'key' | 'proposalId'> & { dimensions?: number },
): Promise<ModelAnswer<number[][]>> {
  const settings = await db.modelSettings.findFirstOrThrow()
  if (settings.stoppedAt) return { outcome: 'none', why: 'stopped', reason: explainStop(settings), callId: null }
  const [candidate] = await findCandidates(TASK)
  if (!candidate)
    return { outcome: 'none', why: 'not-configured', reason: 'No model for vectors is set.', callId: null }
  const { provider, model, price } = candidate
  if (!price) return { outcome: 'none', why: 'no-price', reason: `Nobody entered what ${model} costs.`, callId: null }
  const rest = await findProviderRest(provider.id, new Date())
  if (rest) return { outcome: 'none', why: 'away', reason: rest, callId: null }
  const secrets = await readLiveSecrets()
  const redacted = texts.map((text) => redact(text, secrets))
  const timeoutMs = provider.timeoutSeconds * 1_000
  const request: EmbeddingRequest = {
    model,
    texts: redacted.map(({ text }) => text),
    timeoutMs,
    ...(ask.dimensions !== undefined && { dimensions: ask.dimensions }),
  }
  let port: Awaited<ReturnType<typeof openModel>>
  try {
    port = await openModel(provider)
  } catch (error) {
    return { outcome: 'none', why: 'away', reason: explainUnopened(error), callId: null }
  }
  const body = JSON.stringify(request.texts)
  const worst = { inputTokens: tokensAtMost(body), outputTokens: 0 }
  const reserved = await reserveCall({
    task: TASK,
    concurrencyMax: CONCURRENCY_MAX,
    worstMicros: costMicros(worst, price),
    timeoutMs,
    now: new Date(),
    row: {
      askId: randomUUID(),
      promptVersion: VERSION,
      subject: redact(ask.subject, secrets).text.slice(0, 500),
      providerId: provider.id,
      providerName: provider.name,
      model,
      requestedByKind: ask.requestedBy.kind,
      requestedById: ask.requestedBy.userId ?? null,
      requestedBy: ask.requestedBy.name,
      connectionId: ask.connectionId ?? null,
      correlationId: ask.correlationId,
      promptHash: createHash('sha256').update(body).digest('hex'),
      masked: redacted.flatMap(({ masked }) => masked),
      inputPrice: price.inputMicrosPerMillion,
      outputPrice: price.outputMicrosPerMillion,
    },
  })
  if (reserved.outcome !== 'reserved') {
    return { outcome: 'none', why: reserved.outcome, reason: reserved.reason, callId: null }
  }
  const { callId } = reserved
  const reply = await port.embed(request, { callId, ...(ask.signal && { signal: ask.signal }) })
  const outcome: CallOutcome = reply.outcome === 'embedded' ? 'answered' : reply.outcome
  const problem = 'reason' in reply ? reply.reason : null
  const charge = chargeOf({ mayBeBilled: reply.mayBeBilled, usage: reply.usage, price, worst })
  await settleCall(callId, {
    outcome,
    problem,
    costMicros: charge.costMicros,
    chargeNote: charge.note,
    usage: reply.usage,
    tookMs: reply.tookMs,
    retries: reply.retries,
    servedBy: reply.servedBy,
    output: null,
    cacheKey: null,
    now: new Date(),
  })
  await noteProviderOutcome(provider.id, outcome, problem, new Date())
  if (reply.outcome !== 'embedded') return { outcome: 'none', why: 'away', reason: reply.reason, callId }
  return { outcome: 'answered', callId, output: reply.vectors, model, promptVersion: VERSION, cached: false }
}
