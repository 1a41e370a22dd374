import { setTimeout as sleep } from 'node:timers/promises'
import { type RawReply, sendRequest } from '@/lib/integrations/guarded-http/send-request'
import { type ErrorFacts, FivetranError, OutcomeUnknownError, RateLimitedError } from '../errors'
import type { CallKind, Pace } from '../port'
import type { CallRecord, ClientAgents, FivetranTransportOptions } from './client-options'
import { explainLoss } from './explain-loss'
import { judgeReply } from './judge-reply'
import { fullJitterMs, parseRetryAfterSeconds } from './retry-delay'

export interface Call {
  method: CallRecord['method']
  path: string
  query?: Record<string, string>
  body?: unknown
  kind: CallKind
  /** `2` where the service keeps a second shape of its payloads: everything under connections. */
  acceptVersion: 1 | 2
  timeoutMs?: number
  /** Sends a GET with the key of writes: to learn whose that is. */
  withWriteKey?: boolean
}
export interface Answer {
  status: number
  tookMs: number
  data: unknown
}

export interface Exchange {
  /** Origin and any path before `/v1`. */
  base: string
  host: string
  /** Reading is what GETs carry; with one key both are the same. */
  authorization: { reading: string; writing: string }
  /** Texts that must never appear in an error. */
  secrets: string[]
  agents: ClientAgents
  limits: Required<FivetranTransportOptions>
  pace: Pace
  onCall: (record: CallRecord) => void
  now: () => number
}

/**
 * Sends one call and answers with its data, or rejects with a `FivetranError`. Reads are tried again after passing faults, with full
 * jitter; a write leaves once. GETs at the source count as reads here: asking twice harms nothing but the quota.
 */
export async function sendCall(exchange: Exchange, call: Call): Promise<Answer> {
  const attemptsMax = call.method === 'GET' ? exchange.limits.retriesMax + 1 : 1
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptCall(exchange, call, attempt)
    } catch (error) {
      if (!(error instanceof FivetranError) || !error.isTransient || attempt >= attemptsMax) throw error
      // After a 429 the pace holds the next attempt back, or rejects it: a second delay here would only add to that.
      if (!(error instanceof RateLimitedError)) {
        await sleep(fullJitterMs(attempt, exchange.limits.retryBaseMs, Math.random()))
      } else if (error.retryAfterSeconds * 1_000 > exchange.limits.retryAfterMaxMs) throw error
    }
  }
}

async function attemptCall(exchange: Exchange, call: Call, attempt: number): Promise<Answer> {
  // A change of the source's stored config waits like a read: only what alters the customer's pipeline is rejected instead.
  await exchange.pace.admit(call.kind)
  const facts: Partial<ErrorFacts> = { call: { method: call.method, path: call.path } }
  const startedMs = exchange.now()
  let reply: RawReply | null = null
  try {
    reply = await transmit(exchange, call)
  } catch (error) {
    const loss = explainLoss(error, { host: exchange.host, isRead: call.method === 'GET', facts })
    if (loss instanceof OutcomeUnknownError || (loss instanceof FivetranError && loss.isTransient)) {
      await exchange.pace.noteOutcome?.('failed', loss.sentence)
    }
    throw loss
  } finally {
    exchange.onCall(toRecord(call, attempt, exchange.now() - startedMs, reply))
  }
  if (reply.status === 429) {
    const retryAfterSeconds = parseRetryAfterSeconds(reply.headers['retry-after'], exchange.now())
    await exchange.pace.holdUntil(exchange.now() + retryAfterSeconds * 1_000)
  }
  if (reply.status >= 500) await exchange.pace.noteOutcome?.('failed', `Fivetran failed with status ${reply.status}.`)
  else await exchange.pace.noteOutcome?.('answered', null)
  const data = judgeReply(reply, {
    isRead: call.method === 'GET',
    depthMax: exchange.limits.replyDepthMax,
    secrets: exchange.secrets,
    nowMs: exchange.now(),
    facts,
  })
  return { status: reply.status, tookMs: exchange.now() - startedMs, data }
}

function transmit(exchange: Exchange, call: Call): Promise<RawReply> {
  const query = call.query ? `?${new URLSearchParams(call.query)}` : ''
  const hasBody = call.body !== undefined
  return sendRequest(call.method === 'GET' ? exchange.agents.reading : exchange.agents.writing, {
    method: call.method,
    url: `${exchange.base}${call.path}${query}`,
    headers: {
      authorization:
        call.method === 'GET' && !call.withWriteKey ? exchange.authorization.reading : exchange.authorization.writing,
      accept: call.acceptVersion === 2 ? 'application/json;version=2' : 'application/json',
      'user-agent': 'headgate',
      ...(hasBody ? { 'content-type': 'application/json' } : {}),
    },
    body: hasBody ? JSON.stringify(call.body) : null,
    timeoutMs: call.timeoutMs ?? exchange.limits.timeoutMs,
    replyBytesMax: exchange.limits.replyBytesMax,
  })
}

function toRecord(call: Call, attempt: number, tookMs: number, reply: RawReply | null): CallRecord {
  return {
    method: call.method,
    path: call.path,
    kind: call.kind,
    status: reply?.status ?? null,
    tookMs,
    attempt,
    rateLimit: toCount(reply?.headers['x-rate-limit']),
    rateRemaining: toCount(reply?.headers['x-rate-limit-remaining']),
  }
}

function toCount(header: string | string[] | undefined): number | null {
  return typeof header === 'string' && /^\d+$/.test(header) ? Number(header) : null
}
