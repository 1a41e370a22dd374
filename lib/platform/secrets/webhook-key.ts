import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { keyFileEnv } from '../config/env'
import { SealError } from './seal-keys'

const KEY_BYTES_MIN = 32
let cached: { path: string; key: Buffer } | null = null

function readWebhookKey(): Buffer {
  const { WEBHOOK_KEY_FILE: path } = keyFileEnv()
  if (!path) throw new SealError('No WEBHOOK_KEY_FILE is set: deliveries can neither be signed for nor checked.')
  if (cached?.path !== path) {
    const key = readFileSync(path)
    if (key.length < KEY_BYTES_MIN) throw new SealError(`WEBHOOK_KEY_FILE must hold at least ${KEY_BYTES_MIN} bytes.`)
    cached = { path, key }
  }
  return cached.key
}

/**
 * The signing secret of an account's webhook at a generation, as hex. It is derived and never stored: web checks
 * deliveries with it and the worker registers it, without either handing it to the other.
 */
export function webhookSecretFor(accountId: string, generation: number): string {
  return createHmac('sha256', readWebhookKey()).update(`${accountId}:${generation}`).digest('hex')
}
