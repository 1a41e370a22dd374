import {
  AddressRefusedError,
  ConnectFailedError,
  ReplyLostError,
  ReplyRefusedError,
} from '@/lib/integrations/guarded-http/transport-errors'
import {
  type ErrorFacts,
  type FivetranError,
  OutcomeUnknownError,
  UnexpectedReplyError,
  UnreachableError,
} from '../errors'

interface LossContext {
  host: string
  isRead: boolean
  facts: Partial<ErrorFacts>
}

/** Causes that a second attempt a moment later will meet again. */
const LASTING_CAUSE = /^(ENOTFOUND|CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_SSL)/

/**
 * A transport fault in the words of `errors.ts`. The question that decides is whether the service may have acted: a read that got
 * lost is merely unanswered, a write that got lost is of unknown outcome. Foreign errors pass through: they are our own bugs.
 */
export function explainLoss(error: unknown, { host, isRead, facts }: LossContext): unknown {
  if (error instanceof AddressRefusedError) {
    return new UnreachableError(host, facts, { cause: error, reason: error.message, isTransient: false })
  }
  if (error instanceof ConnectFailedError) {
    const isTransient = !LASTING_CAUSE.test(codeOf(error.cause))
    return new UnreachableError(host, facts, { cause: error, isTransient, ...explainCause(error.cause) })
  }
  if (error instanceof ReplyLostError || error instanceof ReplyRefusedError) {
    return isRead ? explainLostRead(error, host, facts) : new OutcomeUnknownError(facts, { cause: error })
  }
  return error
}

function explainLostRead(
  error: ReplyLostError | ReplyRefusedError,
  host: string,
  facts: Partial<ErrorFacts>,
): FivetranError {
  if (error instanceof ReplyRefusedError)
    return new UnexpectedReplyError('the reply is too large', facts, { cause: error })
  if (error.phase === 'before-reply') return new UnreachableError(host, facts, { cause: error })
  return new UnexpectedReplyError('the reply broke off', facts, { cause: error, isTransient: true })
}

function explainCause(cause: unknown): { reason: string } | Record<string, never> {
  const code = codeOf(cause)
  if (code === 'ENOTFOUND') return { reason: 'The name is unknown.' }
  if (code === 'ECONNREFUSED') return { reason: 'The connection was refused.' }
  if (/^(CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_SSL)/.test(code))
    return { reason: 'Its certificate cannot be trusted.' }
  return {}
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
}
