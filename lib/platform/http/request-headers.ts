/** Set by proxy.ts on every request that reaches a page, overwriting whatever a client sent under these names. */
export const REQUEST_PATH_HEADER = 'x-request-path'
export const NONCE_HEADER = 'x-nonce'
