import type { RawReply } from '@/lib/integrations/guarded-http/send-request'
import {
  CredentialsRefusedError,
  type ErrorFacts,
  type FivetranError,
  InvalidRequestError,
  NotFoundError,
  OutcomeUnknownError,
  RateLimitedError,
  RefusedError,
  UnexpectedReplyError,
} from '../errors'
import { type EnvelopeReading, readEnvelope } from './read-envelope'
import { parseRetryAfterSeconds } from './retry-delay'

interface ReplyContext {
  isRead: boolean
  depthMax: number
  secrets: string[]
  nowMs: number
  facts: Partial<ErrorFacts>
}

/**
 * The data of a reply, or the typed error it stands for. Decided on the HTTP status; the envelope's `code` says "Success" or
 * "Created" as it likes. A write answered by a fault, a redirect or an unreadable success is of unknown outcome.
 */
export function judgeReply(reply: RawReply, context: ReplyContext): unknown {
  const { status } = reply
  const reading = readEnvelope(reply, context.depthMax)
  const facts = { ...context.facts, ...readWords(reading, context.secrets), status }

  if (status === 429) {
    throw new RateLimitedError(parseRetryAfterSeconds(reply.headers['retry-after'], context.nowMs), facts)
  }
  if (status >= 400 && status < 500) throw toRefusal(status, facts)
  if (status >= 200 && status < 300 && reading.outcome === 'read') return reading.envelope.data
  if (!context.isRead) throw new OutcomeUnknownError(facts)
  if (status >= 500) throw new UnexpectedReplyError(`it failed with status ${status}`, facts, { isTransient: true })
  if (status >= 300 && status < 400) throw new UnexpectedReplyError('it redirects elsewhere', facts)
  const reason = reading.outcome === 'unreadable' ? reading.reason : `status ${status}`
  // A cut document may come whole the next time; a wrong one will not.
  throw new UnexpectedReplyError(reason, facts, { isTransient: /not complete/.test(reason) })
}

/** The typed error for a 4xx other than 429: in each of them the service says that it did nothing. */
function toRefusal(status: number, facts: Partial<ErrorFacts>): FivetranError {
  if (status === 401 || status === 403) return new CredentialsRefusedError(facts)
  if (status === 404 || status === 410) return new NotFoundError(facts)
  if (status === 409 || status === 423) return new RefusedError(facts)
  return new InvalidRequestError(facts)
}

function readWords(reading: EnvelopeReading, secrets: string[]): Pick<ErrorFacts, 'vendorCode' | 'vendorMessage'> {
  if (reading.outcome === 'unreadable') return { vendorCode: null, vendorMessage: null }
  const { vendorCode, vendorMessage } = reading.envelope
  const strip = (words: string | null) =>
    secrets.reduce((rest, secret) => rest?.replaceAll(secret, '******') ?? null, words)
  return { vendorCode: strip(vendorCode), vendorMessage: strip(vendorMessage) }
}
