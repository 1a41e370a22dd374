import type { z } from 'zod'

/**
 * A refusal that people may read. `sentence` is for them and says what to do where it can; `message` (same text unless
 * given) is for the log. Anything thrown that is not an AppError is a fault and is answered without its text.
 */
export abstract class AppError extends Error {
  abstract readonly status: number
  abstract readonly code: string
  constructor(
    readonly sentence: string,
    readonly detail?: Record<string, unknown>,
    options?: { cause?: unknown },
  ) {
    super(sentence, options)
    this.name = new.target.name
  }
}

export class UnauthenticatedError extends AppError {
  readonly status = 401
  readonly code = 'unauthenticated'
  constructor(sentence = 'Sign in to go on.') {
    super(sentence)
  }
}

export class ForbiddenError extends AppError {
  readonly status = 403
  readonly code: string
  constructor(sentence = 'Your role does not allow this.', detail?: Record<string, unknown>, code = 'forbidden') {
    super(sentence, detail)
    this.code = code
  }
}

export class NotFoundError extends AppError {
  readonly status = 404
  readonly code = 'not-found'
  constructor(sentence = 'There is nothing here.', detail?: Record<string, unknown>) {
    super(sentence, detail)
  }
}

/** The request is fine, the state of the thing is not: approved meanwhile, already running, changed by somebody else. */
export class ConflictError extends AppError {
  readonly status = 409
  readonly code: string
  constructor(sentence: string, detail?: Record<string, unknown>, code = 'conflict') {
    super(sentence, detail)
    this.code = code
  }
}

export interface InputIssue {
  path: string
  message: string
}

/** 400: the request is not of the agreed form. 422: it is, and what it asks makes no sense. */
export class InvalidInputError extends AppError {
  readonly status: 400 | 422
  readonly code = 'invalid-input'
  readonly issues: InputIssue[]
  constructor(sentence: string, issues: InputIssue[] = [], status: 400 | 422 = 422) {
    super(sentence, issues.length > 0 ? { issues } : undefined)
    this.issues = issues
    this.status = status
  }

  /** What a schema refused, as issues with dotted paths. */
  static fromZod(error: z.ZodError, what: string): InvalidInputError {
    const issues = error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message }))
    return new InvalidInputError(`The ${what} is not as agreed.`, issues, 400)
  }
}

export class TooLargeError extends AppError {
  readonly status = 413
  readonly code = 'too-large'
  constructor(readonly bytesMax: number) {
    super(`This is more than the ${Math.floor(bytesMax / 1024)} KiB that can be accepted here.`)
  }
}

export class RateLimitedError extends AppError {
  readonly status = 429
  readonly code = 'rate-limited'
  constructor(
    readonly retryAfterSeconds: number,
    sentence = 'Too many requests. Wait a moment and try again.',
  ) {
    super(sentence, { retryAfterSeconds })
  }
}

/** Something we stand on does not answer: the database, the queue. */
export class UnavailableError extends AppError {
  readonly status = 503
  readonly code = 'unavailable'
}
