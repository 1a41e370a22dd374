import { createHmac } from 'node:crypto'

/** The signature of a message by the Standard Webhooks specification: `v1,` and the base64 HMAC-SHA256 of `{id}.{timestamp}.{body}`. */
export function signMessage(secret: string, message: { id: string; timestamp: number; body: string }): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signed = createHmac('sha256', key).update(`${message.id}.${message.timestamp}.${message.body}`)
  return `v1,${signed.digest('base64')}`
}
