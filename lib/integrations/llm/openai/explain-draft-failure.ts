import {
  APIConnectionError,
  APIError,
  APIUserAbortError,
  AuthenticationError,
  PermissionDeniedError,
  RateLimitError,
} from 'openai'
import {
  AddressRefusedError,
  ReplyRefusedError,
  TransportError,
} from '@/lib/integrations/guarded-http/transport-errors'
import type { DraftEnding } from '../port'

/** Any failure of the client library as an ending. Foreign errors are our own bugs and are thrown on. */
export function explainDraftFailure(error: unknown): DraftEnding {
  if (error instanceof APIUserAbortError) return { outcome: 'unreachable', reason: 'The call was cancelled.' }
  if (error instanceof APIConnectionError) return explainConnection(error)
  if (error instanceof RateLimitError) {
    const seconds = Number(error.headers?.get('retry-after') ?? Number.NaN)
    const retryAfterSeconds = Number.isFinite(seconds) ? Math.ceil(seconds) : null
    return { outcome: 'rate-limited', reason: 'The model asks to wait.', retryAfterSeconds }
  }
  if (error instanceof AuthenticationError || error instanceof PermissionDeniedError) {
    return { outcome: 'credentials-refused', reason: 'The model does not accept this key.' }
  }
  if (error instanceof APIError) {
    const status = typeof error.status === 'number' ? error.status : null
    return { outcome: 'failed', reason: `The model answered with an error${status ? ` (${status})` : ''}.`, status }
  }
  if (error instanceof SyntaxError) return { outcome: 'invalid', reason: 'The answer is not JSON.' }
  throw error
}

function explainConnection(error: APIConnectionError): DraftEnding {
  // The library wraps what our transport threw, once or twice.
  const cause = findTransportError(error)
  if (cause instanceof AddressRefusedError) return { outcome: 'unreachable', reason: cause.message }
  if (cause instanceof ReplyRefusedError) return { outcome: 'failed', reason: cause.message, status: null }
  return { outcome: 'unreachable', reason: 'The model does not answer.' }
}

function findTransportError(error: unknown): TransportError | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof TransportError) return cause
  return null
}
