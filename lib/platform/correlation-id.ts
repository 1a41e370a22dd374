import { randomBytes } from 'node:crypto'

/** Crockford's alphabet: no I, L, O, U, so that an id read aloud is written down right. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A fresh correlation id: `c-` and ten characters of Crockford base 32 (50 random bits). */
export function createCorrelationId(): string {
  let id = 'c-'
  for (const byte of randomBytes(10)) id += ALPHABET[byte % 32]
  return id
}

/** True when a text has the form of a correlation id; anything else from outside is replaced, never echoed. */
export function isCorrelationId(text: string): boolean {
  return /^c-[0-9A-HJKMNP-TV-Z]{10}$/.test(text)
}
