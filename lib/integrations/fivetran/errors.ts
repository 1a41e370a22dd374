/** Where a failed call was going: enough to find it in the log, no query, no secret. */
export interface FailedCall {
  method: string
  path: string
}

export interface ErrorFacts {
  /** The service's own words, already stripped of secrets; null when it said nothing. */
  vendorMessage: string | null
  vendorCode: string | null
  status: number | null
  call: FailedCall | null
}

const noFacts: ErrorFacts = { vendorMessage: null, vendorCode: null, status: null, call: null }

/**
 * Everything `FivetranPort` rejects with. `sentence` is for people; `message` adds the call and the service's words, for the log.
 * `isTransient` says whether the same call may succeed later without anybody changing anything.
 */
export abstract class FivetranError extends Error {
  abstract readonly isTransient: boolean
  readonly sentence: string
  readonly vendorMessage: string | null
  readonly vendorCode: string | null
  readonly status: number | null
  readonly call: FailedCall | null

  constructor(sentence: string, facts: Partial<ErrorFacts> = {}, options?: ErrorOptions) {
    const { vendorMessage, vendorCode, status, call } = { ...noFacts, ...facts }
    const where = call ? ` [${call.method} ${call.path}${status === null ? '' : ` → ${status}`}]` : ''
    const words = vendorMessage ? ` Fivetran: ${vendorCode ? `${vendorCode}: ` : ''}${vendorMessage}` : ''
    super(`${sentence}${words}${where}`, options)
    this.name = new.target.name
    this.sentence = sentence
    this.vendorMessage = vendorMessage
    this.vendorCode = vendorCode
    this.status = status
    this.call = call
  }
}

/** 401 or 403: the key is wrong, expired, or may not do this. */
export class CredentialsRefusedError extends FivetranError {
  readonly isTransient = false
  constructor(facts: Partial<ErrorFacts>) {
    super(
      facts.status === 403 ? 'This key is not allowed to do that in Fivetran.' : 'Fivetran does not accept this key.',
      facts,
    )
  }
}

/** 404: the object is unknown there; a name in the wrong case counts as unknown. */
export class NotFoundError extends FivetranError {
  readonly isTransient = false
  constructor(facts: Partial<ErrorFacts>) {
    super('Fivetran does not know this object.', facts)
  }
}

/** 409: understood and refused in the present state. Carries the service's own words. */
export class RefusedError extends FivetranError {
  readonly isTransient: boolean = false
  constructor(facts: Partial<ErrorFacts>, sentence = 'Fivetran refuses this in the present state.') {
    super(sentence, facts)
  }
}

/** 400 and its kin: the request itself is not acceptable. Sending it again cannot help. */
export class InvalidRequestError extends RefusedError {
  constructor(facts: Partial<ErrorFacts>, sentence = 'Fivetran does not accept this request.') {
    super(facts, sentence)
  }
}

/** 429, or our own wait because of an earlier one. Nothing was done; no call may be sent before the time named. */
export class RateLimitedError extends FivetranError {
  readonly isTransient = true
  constructor(
    readonly retryAfterSeconds: number,
    facts: Partial<ErrorFacts> = {},
    sentence = 'Fivetran asks to wait.',
  ) {
    super(`${sentence} Next try in ${retryAfterSeconds} s.`, facts)
  }
}

/** Our own share of the account's quota is used up for now. Nothing was sent. */
export class BudgetSpentError extends RateLimitedError {
  constructor(retryAfterSeconds: number) {
    super(retryAfterSeconds, {}, 'Headgate’s own budget of calls to Fivetran is used up.')
  }
}

/** Calls failed one after the other, so they rest. Nothing was sent. */
export class CallsRestError extends RateLimitedError {
  constructor(retryAfterSeconds: number, reason: string | null) {
    super(
      retryAfterSeconds,
      {},
      `Calls to Fivetran rest after several failures.${reason ? ` The last: ${reason}` : ''}`,
    )
  }
}

/** No answer at all, and the call either was not sent or only reads: name resolution, connect, TLS, time-out before any byte. */
export class UnreachableError extends FivetranError {
  readonly isTransient: boolean
  constructor(
    host: string,
    facts: Partial<ErrorFacts>,
    options?: ErrorOptions & { reason?: string; isTransient?: boolean },
  ) {
    super(`Fivetran does not answer at ${host}.${options?.reason ? ` ${options.reason}` : ''}`, facts, options)
    this.isTransient = options?.isTransient ?? true
  }
}

/** A write was sent and its outcome is not known. Never send it again before reading back. */
export class OutcomeUnknownError extends FivetranError {
  readonly isTransient = false
  constructor(facts: Partial<ErrorFacts>, options?: ErrorOptions) {
    super(
      'Fivetran took the request and gave no clear answer. Whether it took effect must be read back.',
      facts,
      options,
    )
  }
}

/** An answer that is not what the service promises: shape, content type, size, depth, a redirect, a fault of its own (5xx). */
export class UnexpectedReplyError extends FivetranError {
  readonly isTransient: boolean
  constructor(detail: string, facts: Partial<ErrorFacts>, options?: ErrorOptions & { isTransient?: boolean }) {
    super(`Fivetran answered in a way we do not understand: ${detail}.`, facts, options)
    this.isTransient = options?.isTransient ?? false
  }
}
