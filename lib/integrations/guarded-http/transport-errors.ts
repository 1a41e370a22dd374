/**
 * What can go wrong between us and a server, told apart by the one thing a caller must know: may the server have acted?
 * Vendor clients translate these into their own typed errors; nothing above `integrations/` sees them.
 */
export abstract class TransportError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
  }
}

/** The address may not be called: scheme, credentials in the URL, or a network range the operator did not allow. Nothing was sent. */
export class AddressRefusedError extends TransportError {}

/** No connection: name resolution, connect, TLS. Nothing was sent. */
export class ConnectFailedError extends TransportError {}

/** The connection stood and then no complete reply came. The server may have acted. */
export class ReplyLostError extends TransportError {
  constructor(
    message: string,
    /** `before-reply`: not one byte of the answer came. `in-body`: it broke off or dripped past the deadline. */
    readonly phase: 'before-reply' | 'in-body',
    /** True when our own time limit ended it. */
    readonly isTimeout: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** A complete status line came, with a body we refuse to hold or parse: too large, too deep, not UTF-8, not JSON. */
export class ReplyRefusedError extends TransportError {}
