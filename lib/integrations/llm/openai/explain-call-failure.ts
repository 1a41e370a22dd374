import { APIConnectionError, APIError, APIUserAbortError } from 'openai'
import {
  AddressRefusedError,
  ConnectFailedError,
  ReplyLostError,
  ReplyRefusedError,
  TransportError,
} from '@/lib/integrations/guarded-http/transport-errors'
import type { CallFailure } from '../port'

export interface ExplainedFailure {
  failure: CallFailure
  mayBeBilled: boolean
}

/** Codes and types by which providers and gateways say that the money is gone, rather than that one should wait. */
const SPEND_LIMITS = new Set([
  'insufficient_quota',
  'billing_hard_limit_reached',
  'billing_not_active',
  'budget_exceeded',
  'insufficient_balance',
])
const GONE = new Set(['model_not_found', 'model_deprecated', 'DeploymentNotFound', 'OperationNotSupported'])

/** Any failure of the client library as an ending, and whether it may be billed. `nowMs` turns a date to wait for into seconds. */
export function explainCallFailure(error: unknown, nowMs: number): ExplainedFailure {
  if (error instanceof APIUserAbortError) {
    return { failure: { outcome: 'unreachable', reason: 'The call was cancelled.' }, mayBeBilled: true }
  }
  if (error instanceof APIConnectionError) return explainConnection(error)
  if (error instanceof APIError) return { failure: explainStatus(error, nowMs), mayBeBilled: false }
  const reason = error instanceof SyntaxError ? 'The reply is not JSON.' : 'The reply cannot be read.'
  return { failure: { outcome: 'failed', reason, status: null }, mayBeBilled: true }
}

function explainConnection(error: APIConnectionError): ExplainedFailure {
  const cause = findTransportError(error)
  if (cause instanceof AddressRefusedError) {
    return { failure: { outcome: 'address-refused', reason: cause.message }, mayBeBilled: false }
  }
  if (cause instanceof ConnectFailedError) {
    return { failure: { outcome: 'unreachable', reason: 'There is no connection to the model.' }, mayBeBilled: false }
  }
  if (cause instanceof ReplyRefusedError) {
    return { failure: { outcome: 'failed', reason: cause.message, status: null }, mayBeBilled: true }
  }
  if (cause instanceof ReplyLostError && cause.isTimeout) {
    return { failure: { outcome: 'timed-out', reason: 'The model did not answer in time.' }, mayBeBilled: true }
  }
  return {
    failure: { outcome: 'unreachable', reason: 'The connection to the model was lost before its answer was complete.' },
    mayBeBilled: true,
  }
}

function explainStatus(error: APIError, nowMs: number): CallFailure {
  const { status, headers } = error
  const words = [error.code, error.type].filter((word): word is string => typeof word === 'string')
  if (status === 402 || words.some((word) => SPEND_LIMITS.has(word))) {
    return { outcome: 'spend-limit', reason: 'The account at the provider has reached its own spending limit.' }
  }
  const retryAfterSeconds = readRetryAfter(headers, nowMs)
  if (status === 429) return { outcome: 'rate-limited', reason: 'The model asks to wait.', retryAfterSeconds }
  if (status === 529 || status === 503) {
    return { outcome: 'overloaded', reason: 'The model is overloaded.', retryAfterSeconds }
  }
  if (status === 401) return { outcome: 'credentials-refused', reason: 'The model does not accept this key.' }
  if (isGone(error, words))
    return { outcome: 'model-gone', reason: 'The server does not have this model, or no longer.' }
  if (status === 403) return { outcome: 'credentials-refused', reason: 'The key may not use this model.' }
  if (words.includes('content_filter')) return { outcome: 'declined', reason: 'A content filter stopped the request.' }
  if (words.includes('context_length_exceeded')) {
    return { outcome: 'failed', reason: 'The request is longer than the model reads.', status: status ?? null }
  }
  return { outcome: 'failed', reason: `The server answered with an error (${status}).`, status: status ?? null }
}

/** A 404 alone may be a wrong address; that it names a model is what tells. 410 is what a retired one answers at some gateways. */
function isGone(error: APIError, words: string[]): boolean {
  if (words.some((word) => GONE.has(word)) || error.status === 410) return true
  return error.status === 404 && error.error !== undefined && /\bmodel\b/i.test(error.message)
}

/** Seconds to wait as the reply says them: milliseconds, seconds or a date; null when it says nothing one can read. */
function readRetryAfter(headers: Headers | undefined, nowMs: number): number | null {
  const milliseconds = headers?.get('retry-after-ms')
  if (milliseconds && Number.isFinite(Number(milliseconds))) return Math.max(0, Math.ceil(Number(milliseconds) / 1000))
  const text = headers?.get('retry-after')
  if (!text) return null
  if (Number.isFinite(Number(text))) return Math.max(0, Math.ceil(Number(text)))
  const atMs = Date.parse(text)
  return Number.isNaN(atMs) ? null : Math.max(0, Math.ceil((atMs - nowMs) / 1000))
}

function findTransportError(error: unknown): TransportError | null {
  // The library wraps what our transport threw, once or twice.
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof TransportError) return cause
  return null
}
