import { setTimeout as sleep } from 'node:timers/promises'
import type { z } from 'zod'
import { modelCrashAt } from '@/lib/platform/jobs/crash-point'
import { log } from '@/lib/platform/telemetry/log'
import type { CallOutcome } from '../domain/call-outcome'
import { judgeReply } from '../domain/judge-reply'
import type { Messages } from '../domain/messages'
import { chargeOf, costMicros, type Price, type Tokens, tokensAtMost } from '../domain/price'
import { redact } from '../domain/redact'
import { type AskState, leftMs, rowOf } from './ask-state'
import type { CandidateModel } from './find-candidates'
import { explainUnopened, openModel } from './open-model'
import { hashOf, toRequest } from './prepare-question'
import { noteProviderOutcome } from './provider-breaker'
import { recordUnsent } from './record-unsent'
import { type ReserveCallOutcome, reserveCall } from './reserve-call'
import { sendQuestion } from './send-question'
import { settleCall } from './settle-call'
import { findStoredReply } from './stored-replies'

export type TakeTurnOutcome<Output> =
  | { outcome: 'valid'; callId: string; output: Output; cached: boolean }
  | { outcome: 'invalid'; callId: string; reply: string; errors: string[] }
  | { outcome: 'ended'; ending: CallOutcome; callId: string | null; reason: string }

/** An answer of more than this for each token it was allowed is none: it is cut, which leaves no JSON to read. */
const CHARACTERS_A_TOKEN_MAX = 16
/** How long a turn waits for a free place. */
const PLACE_WAIT_MAX_MS = 20_000

/**
 * One turn with one model: a reply that was paid for before is used again; otherwise the money is reserved, the question sent, the reply judged,
 * and reply and charge written down together.
 */
export async function takeTurn<Output>(
  state: AskState<Output>,
  schema: z.ZodType<Output>,
  candidate: CandidateModel & { price: Price },
  turn: { number: number; messages: Messages },
): Promise<TakeTurnOutcome<Output>> {
  const { task, question, ask } = state
  const { provider, model, price } = candidate
  const promptHash = hashOf(task.version, question, turn.messages, model)
  const judge = (reply: string) => judgeReply(reply, schema, ask.check)
  const row = {
    ...rowOf(state),
    turn: turn.number,
    providerId: provider.id,
    providerName: provider.name,
    model,
    promptHash,
    ...(state.keepContent && { input: turn.messages }),
  }

  const stored = await findStoredReply(state, { providerId: provider.id, promptHash, row })
  if (stored) {
    const judged = judge(stored.reply)
    if (judged.isValid)
      return { outcome: 'valid', ...(await stored.use()), output: judged.output, cached: stored.isCached }
    if (!stored.isCached)
      return { outcome: 'invalid', ...(await stored.use()), reply: stored.reply, errors: judged.errors }
  }

  let port: Awaited<ReturnType<typeof openModel>>
  try {
    port = await openModel(provider)
  } catch (error) {
    return { outcome: 'ended', ending: 'credentials-refused', callId: null, reason: explainUnopened(error) }
  }
  const timeoutMs = Math.min(provider.timeoutSeconds * 1_000, leftMs(state))
  const request = toRequest(question, turn.messages, model, timeoutMs)
  const worst: Tokens = {
    inputTokens: tokensAtMost(port.outgoingBytes(request)),
    outputTokens: question.outputTokensMax,
  }
  const reserved = await reserveWithPatience(state, {
    task: task.name,
    concurrencyMax: task.limits.concurrencyMax,
    worstMicros: costMicros(worst, price),
    timeoutMs: leftMs(state),
    row: {
      ...row,
      inputPrice: price.inputMicrosPerMillion,
      outputPrice: price.outputMicrosPerMillion,
    },
  })
  if (reserved.outcome !== 'reserved') {
    const callId =
      reserved.outcome === 'stopped'
        ? null
        : await recordUnsent(state, { ...row, outcome: reserved.outcome, problem: reserved.reason })
    return { outcome: 'ended', ending: reserved.outcome, callId, reason: reserved.reason }
  }

  const { callId } = reserved
  modelCrashAt('before-model-call')
  const { reply, isStopped } = await sendQuestion(port, request, {
    callId,
    endsAtMs: state.endsAtMs,
    signal: ask.signal,
  })
  modelCrashAt('after-model-reply')
  // What is judged is what is kept: masked, so that neither ledger nor proposal shows what a model made up or was told.
  const lengthMax = question.outputTokensMax * CHARACTERS_A_TOKEN_MAX
  const text = 'text' in reply ? redact(reply.text.slice(0, lengthMax), state.secrets).text : null
  const judged = reply.outcome === 'completed' && text !== null ? judge(text) : null
  const outcome: CallOutcome = isStopped
    ? 'stopped'
    : judged
      ? judged.isValid
        ? 'answered'
        : 'invalid'
      : outcomeOf(reply)
  const problem = judged && !judged.isValid ? judged.errors.join(' ') : 'reason' in reply ? reply.reason : null
  const charge = chargeOf({ mayBeBilled: reply.mayBeBilled, usage: reply.usage, price, worst })
  await settleCall(callId, {
    outcome,
    problem: problem === null ? null : redact(problem, state.secrets).text.slice(0, 2_000),
    costMicros: charge.costMicros,
    chargeNote: charge.note,
    usage: reply.usage,
    tookMs: reply.tookMs,
    retries: reply.retries,
    servedBy: reply.servedBy,
    // A keyed ask may have to go on after a crash: its replies stay until it is over, whatever is kept later.
    output: state.keepContent || ask.key ? text : null,
    cacheKey:
      outcome === 'answered' && state.cacheHours > 0 && state.keepContent && !state.replayOf
        ? `${provider.id}:${promptHash}`
        : null,
    now: new Date(),
  })
  modelCrashAt('after-model-settled')
  await noteProviderOutcome(provider.id, outcome, problem, new Date())
  log.info({
    event: 'model.call-settled',
    operation: task.name,
    correlationId: ask.correlationId,
    tookMs: reply.tookMs,
    attempt: turn.number,
    reason: outcome,
  })
  if (isStopped || !judged)
    return { outcome: 'ended', ending: outcome, callId, reason: problem ?? 'The call was stopped.' }
  if (judged.isValid) return { outcome: 'valid', callId, output: judged.output, cached: false }
  return { outcome: 'invalid', callId, reply: text ?? '', errors: judged.errors }
}

function outcomeOf(reply: { outcome: string }): CallOutcome {
  return reply.outcome === 'completed' ? 'answered' : (reply.outcome as CallOutcome)
}

/** Reserves, waiting a while for a free place; everything else is final. */
async function reserveWithPatience(
  state: AskState<never>,
  request: Omit<Parameters<typeof reserveCall>[0], 'now'>,
): Promise<ReserveCallOutcome> {
  const patienceEndsMs = Date.now() + Math.min(PLACE_WAIT_MAX_MS, leftMs(state) / 2)
  for (;;) {
    const reserved = await reserveCall({ ...request, now: new Date() })
    if (reserved.outcome !== 'busy' || Date.now() > patienceEndsMs || state.ask.signal?.aborted) return reserved
    await sleep(100 + Math.random() * 300)
  }
}
