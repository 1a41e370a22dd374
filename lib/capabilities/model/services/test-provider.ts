import { randomUUID } from 'node:crypto'
import type { ModelProvider } from '@/generated/prisma/client'
import type { CompletionRequest, ModelPort } from '@/lib/integrations/llm/port'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import type { CallOutcome } from '../domain/call-outcome'
import { chargeOf, costMicros, tokensAtMost } from '../domain/price'
import { findCandidate } from './find-candidates'
import { explainUnopened, openModel } from './open-model'
import { requireProvider } from './require-provider'
import { reserveCall } from './reserve-call'
import { settleCall } from './settle-call'

interface Probe {
  capability: string
  outcome: 'yes' | 'no' | 'not-tried'
  detail: string | null
}
type ProviderState = 'connected' | 'refused' | 'unreachable'

const LIST = 'List models'
const WORD = 'Answer one word'
const REFUSALS: readonly string[] = ['credentials-refused', 'spend-limit', 'address-refused', 'model-gone']
const MODELS_KEPT_MAX = 300

/**
 * Tests a provider as it would be used: lists its models, which costs nothing, and asks one model for one word, which is metered like every
 * call. What was wrong is written where its admin looks. Never throws for what a provider does.
 */
export async function testProvider(ctx: ServiceContext, providerId: string): Promise<void> {
  const provider = await requireProvider(db, providerId)
  const tested = await probe(provider, ctx)
  await transact(async (tx) => {
    const current = await requireProvider(tx, providerId)
    // Changed while the test ran: what was found is about what was there before, and another test is on its way.
    if (current.baseUrl !== provider.baseUrl || current.keySecretId !== provider.keySecretId) return
    await tx.modelProvider.update({
      where: { id: providerId },
      data: {
        state: tested.state,
        stateDetail: tested.sentence,
        stateAt: ctx.now(),
        probes: tested.probes.map((one) => ({ ...one })),
        modelsSeen: tested.models.slice(0, MODELS_KEPT_MAX),
        ...(tested.state === 'connected' && { failures: 0, openUntil: null, openReason: null }),
      },
    })
    await recordAuditEvent(tx, ctx, {
      action: 'model-provider.tested',
      objectType: 'model-provider',
      objectId: providerId,
      objectLabel: current.name,
      detail: { state: tested.state, sentence: tested.sentence },
    })
  })
}

interface Tested {
  state: ProviderState
  sentence: string
  probes: Probe[]
  models: string[]
}

async function probe(provider: ModelProvider, ctx: ServiceContext): Promise<Tested> {
  let port: ModelPort
  try {
    port = await openModel(provider)
  } catch (error) {
    return { state: 'refused', sentence: explainUnopened(error), probes: [], models: [] }
  }
  const listed = await port.listModels()
  const models = listed.outcome === 'listed' ? listed.models : []
  const listing: Probe =
    listed.outcome === 'listed'
      ? { capability: LIST, outcome: 'yes', detail: `${models.length} models` }
      : { capability: LIST, outcome: 'no', detail: listed.reason }
  // Gateways and Azure often list nothing and answer all the same: the word decides.
  const word = await askOneWord(provider, port, ctx)
  const probes = [listing, word.probe]
  if (word.probe.outcome === 'yes') return { state: 'connected', sentence: 'It answers.', probes, models }
  if (word.probe.outcome === 'no') {
    return { state: stateOf(word.ending), sentence: word.probe.detail ?? 'It gave no answer.', probes, models }
  }
  return listed.outcome === 'listed'
    ? { state: 'connected', sentence: `It lists its models. ${word.probe.detail}`, probes, models }
    : { state: stateOf(listed.outcome), sentence: listed.reason, probes, models }
}

function stateOf(ending: string): ProviderState {
  return REFUSALS.includes(ending) ? 'refused' : 'unreachable'
}

async function askOneWord(
  provider: ModelProvider,
  port: ModelPort,
  ctx: ServiceContext,
): Promise<{ probe: Probe; ending: string }> {
  const notTried = (detail: string) => ({
    ending: 'not-tried',
    probe: { capability: WORD, outcome: 'not-tried' as const, detail },
  })
  const model = await findModel(provider.id)
  if (!model) return notTried('Enter what a model costs, and the test asks it for a word.')
  const price = (await findCandidate(provider.id, model))?.price
  if (!price) return notTried(`Nobody entered what ${model} costs.`)
  const request: CompletionRequest = {
    model,
    messages: [{ role: 'user', text: 'Answer with the JSON {"ok":true}.' }],
    schema: {
      name: 'test',
      jsonSchema: {
        type: 'object',
        properties: { ok: { type: 'boolean' } },
        required: ['ok'],
        additionalProperties: false,
      },
    },
    outputTokensMax: 1,
    timeoutMs: provider.timeoutSeconds * 1_000,
  }
  const worst = { inputTokens: tokensAtMost(port.outgoingBytes(request)), outputTokens: request.outputTokensMax }
  const reserved = await reserveCall({
    task: 'test-provider',
    concurrencyMax: 2,
    worstMicros: costMicros(worst, price),
    timeoutMs: request.timeoutMs,
    now: ctx.now(),
    row: {
      askId: randomUUID(),
      promptVersion: 'test-provider.1',
      subject: provider.name,
      providerId: provider.id,
      providerName: provider.name,
      model,
      requestedByKind: 'job',
      requestedBy: 'test-model-provider',
      correlationId: ctx.correlationId,
      promptHash: '',
      inputPrice: price.inputMicrosPerMillion,
      outputPrice: price.outputMicrosPerMillion,
    },
  })
  if (reserved.outcome !== 'reserved') return notTried(reserved.reason)
  const reply = await port.complete(request, { callId: reserved.callId })
  const charge = chargeOf({ mayBeBilled: reply.mayBeBilled, usage: reply.usage, price, worst })
  // One token is never a whole answer: cut off is what a working model does here.
  const isFine = reply.outcome === 'completed' || reply.outcome === 'cut-off' || reply.outcome === 'empty'
  const outcome: CallOutcome = isFine ? 'answered' : reply.outcome
  await settleCall(reserved.callId, {
    outcome,
    problem: isFine || !('reason' in reply) ? null : reply.reason,
    costMicros: charge.costMicros,
    chargeNote: charge.note,
    usage: reply.usage,
    tookMs: reply.tookMs,
    retries: 0,
    servedBy: reply.servedBy,
    output: null,
    cacheKey: null,
    now: ctx.now(),
  })
  const detail = isFine ? `${model} in ${(reply.tookMs / 1_000).toFixed(1)} s` : 'reason' in reply ? reply.reason : null
  return { ending: outcome, probe: { capability: WORD, outcome: isFine ? 'yes' : 'no', detail } }
}

/** The model that would be asked most: the first in a route, else the first with a price. */
async function findModel(providerId: string): Promise<string | null> {
  const route = await db.modelRoute.findFirst({
    where: { providerId, task: { not: 'embed-texts' } },
    orderBy: [{ position: 'asc' }, { task: 'asc' }],
  })
  if (route) return route.model
  const price = await db.modelPrice.findFirst({ where: { providerId, isEmbedding: false }, orderBy: { model: 'asc' } })
  return price?.model ?? null
}
