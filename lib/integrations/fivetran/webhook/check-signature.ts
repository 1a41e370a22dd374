import { createHmac, timingSafeEqual } from 'node:crypto'

/** The header that carries the signature, in lower case. */
export const SIGNATURE_HEADER = 'x-fivetran-signature-256'

/**
 * Whether a delivery was signed with one of the accepted secrets (the current one, and the previous one while it is being replaced):
 * HMAC-SHA256 over the bytes as they came, in hex of either case. Refuses a missing or malformed signature, and everything when no
 * secret is known. Must see the raw bytes: re-serialised JSON has another signature.
 */
export function checkSignature(rawBody: Uint8Array, signature: string | null, secrets: readonly string[]): boolean {
  if (signature === null || !/^[0-9a-f]{64}$/i.test(signature)) return false
  const received = Buffer.from(signature, 'hex')
  // No early exit: which secret matched must not show in the time it took.
  return secrets.reduce((isAccepted, secret) => {
    // An empty secret would let anybody sign.
    if (secret === '') return isAccepted
    const expected = createHmac('sha256', secret).update(rawBody).digest()
    return (received.length === expected.length && timingSafeEqual(received, expected)) || isAccepted
  }, false)
}
