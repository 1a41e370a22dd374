import { z } from 'zod'
import { parseCappedJson } from '@/lib/integrations/guarded-http/parse-capped-json'
import type { RawReply } from '@/lib/integrations/guarded-http/send-request'
import { TransportError } from '@/lib/integrations/guarded-http/transport-errors'

const envelopeSchema = z.object({ code: z.unknown(), message: z.unknown(), data: z.unknown() }).partial()

export interface Envelope {
  data: unknown
  vendorCode: string | null
  vendorMessage: string | null
}
export type EnvelopeReading = { outcome: 'read'; envelope: Envelope } | { outcome: 'unreadable'; reason: string }

/** Reads the service's wrapping of every reply. Says why when the body is not it: a proxy's page, a cut document, something too deep. */
export function readEnvelope(reply: RawReply, depthMax: number): EnvelopeReading {
  if (reply.status === 204)
    return { outcome: 'read', envelope: { data: undefined, vendorCode: null, vendorMessage: null } }
  const contentType = reply.headers['content-type'] ?? ''
  if (!/^application\/(.+\+)?json\b/i.test(contentType)) {
    return {
      outcome: 'unreadable',
      reason: `its content type is ${contentType ? `"${contentType.slice(0, 60)}"` : 'missing'}`,
    }
  }
  try {
    const parsed = envelopeSchema.safeParse(parseCappedJson(reply.bytes, depthMax))
    if (!parsed.success) return { outcome: 'unreadable', reason: 'the reply is not an object' }
    const { code, message, data } = parsed.data
    return { outcome: 'read', envelope: { data, vendorCode: asWords(code), vendorMessage: asWords(message) } }
  } catch (error) {
    if (error instanceof TransportError) return { outcome: 'unreadable', reason: lowerFirst(error.message) }
    throw error
  }
}

/** Vendor words go to logs and screens: bounded, and without characters that could forge a line. */
function asWords(value: unknown): string | null {
  const WORDS_MAX = 500
  if (typeof value !== 'string') return null
  const words = value.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  return words ? words.slice(0, WORDS_MAX) : null
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '')
}
