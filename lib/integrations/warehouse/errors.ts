/**
 * Everything `WarehousePort` rejects with. `sentence` is for people; `message` adds the engine's own words for the log. No sentence
 * holds a row value: engines quote values in some of their messages, so those stay out of `sentence`.
 */
export abstract class WarehouseError extends Error {
  abstract readonly isTransient: boolean
  readonly sentence: string

  constructor(sentence: string, options: ErrorOptions & { detail?: string | null } = {}) {
    super(options.detail ? `${sentence} (${options.detail})` : sentence, { cause: options.cause })
    this.name = new.target.name
    this.sentence = sentence
  }
}
type Options = ErrorOptions & { detail?: string | null }

/** No connection: name, network range, refused, TLS, or lost on the way. */
export class WarehouseUnreachableError extends WarehouseError {
  readonly isTransient = true
  constructor(host: string, options: Options & { reason?: string } = {}) {
    super(`The warehouse does not answer at ${host}.${options.reason ? ` ${options.reason}` : ''}`, options)
  }
}

/** The user or password is wrong, or the database does not exist for this user. */
export class WarehouseCredentialsError extends WarehouseError {
  readonly isTransient = false
  constructor(options: Options = {}) {
    super('The warehouse does not accept these credentials.', options)
  }
}

/** Signed in, and not allowed to read this. */
export class WarehousePermissionError extends WarehouseError {
  readonly isTransient = false
  constructor(object: string, options: Options = {}) {
    super(`Headgate may not read ${object} in the warehouse.`, options)
  }
}

/** The statement ran longer than allowed and was cancelled. */
export class WarehouseTimeoutError extends WarehouseError {
  readonly isTransient = true
  constructor(object: string, timeoutMs: number, options: Options = {}) {
    super(
      `Reading ${object} in the warehouse took longer than ${Math.round(timeoutMs / 1_000)} s and was stopped.`,
      options,
    )
  }
}

/** The table or a column is not there (any more). */
export class WarehouseObjectMissingError extends WarehouseError {
  readonly isTransient = false
  constructor(object: string, options: Options = {}) {
    super(`The warehouse does not have ${object}.`, options)
  }
}

/** A value is outside what the asked computation can hold. */
export class WarehouseValueError extends WarehouseError {
  readonly isTransient = false
  constructor(object: string, options: Options = {}) {
    super(`A value in ${object} is outside what can be computed with.`, options)
  }
}

/** Whoever asked gave up, and the warehouse stopped. */
export class WarehouseCancelledError extends WarehouseError {
  readonly isTransient = false
  constructor(object: string, options: Options = {}) {
    super(`Reading ${object} in the warehouse was cancelled.`, options)
  }
}

/** Any other refusal of the engine. */
export class WarehouseFaultError extends WarehouseError {
  readonly isTransient = false
  constructor(object: string, options: Options = {}) {
    super(`The warehouse could not answer for ${object}.`, options)
  }
}
