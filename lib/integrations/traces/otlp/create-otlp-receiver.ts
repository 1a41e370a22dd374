import { z } from 'zod'
import { createGuardedAgent } from '@/lib/integrations/guarded-http/guarded-agent'
import { sendRequest } from '@/lib/integrations/guarded-http/send-request'
import { AddressRefusedError, TransportError } from '@/lib/integrations/guarded-http/transport-errors'
import type { SendSpansOutcome, TraceReceiver } from '../port'
import { toOtlpBody } from './to-otlp-body'

export interface OtlpReceiverOptions {
  /** Where batches go, with `/v1/traces`. */
  url: string
  /** Credentials and what else the receiver wants to read. */
  headers: Record<string, string>
  serviceVersion: string
  /** Private ranges that may be called, as CIDR. */
  allowPrivateAddresses?: readonly string[]
}

const CONNECT_TIMEOUT_MS = 10_000
const SEND_TIMEOUT_MS = 20_000
const REPLY_BYTES_MAX = 256 * 1024

/** JSON writes 64-bit numbers as text; some receivers do not. */
const partialSchema = z.object({
  partialSuccess: z
    .object({ rejectedSpans: z.coerce.number().default(0), errorMessage: z.string().default('') })
    .nullish(),
})

/** A receiver of OpenTelemetry's traces over HTTP in JSON, through the guarded agent. Nothing is repeated here. */
export function createOtlpReceiver(options: OtlpReceiverOptions): TraceReceiver {
  const { allowPrivateAddresses = [] } = options
  const guarded = createGuardedAgent({ allowPrivateAddresses, connectTimeoutMs: CONNECT_TIMEOUT_MS, keepAlive: true })
  return {
    async send(spans, { signal } = {}) {
      try {
        const reply = await sendRequest(guarded, {
          method: 'POST',
          url: options.url,
          headers: { 'content-type': 'application/json', ...options.headers },
          body: JSON.stringify(toOtlpBody(spans, options.serviceVersion)),
          timeoutMs: SEND_TIMEOUT_MS,
          replyBytesMax: REPLY_BYTES_MAX,
          ...(signal && { signal }),
        })
        return judge(reply.status, reply.bytes.toString('utf8'))
      } catch (error) {
        if (error instanceof AddressRefusedError) return { outcome: 'address-refused', reason: error.message }
        if (error instanceof TransportError) return { outcome: 'unreachable', reason: 'The receiver does not answer.' }
        throw error
      }
    },
    close: () => guarded.agent.close(),
  }
}

function judge(status: number, text: string): SendSpansOutcome {
  if (status === 401 || status === 403) {
    return { outcome: 'credentials-refused', reason: 'The receiver does not accept these credentials.' }
  }
  if (status === 429 || status >= 500) {
    return { outcome: 'unreachable', reason: `The receiver cannot take it now (${status}).` }
  }
  if (status < 200 || status >= 300) {
    return { outcome: 'refused', reason: `The receiver refuses what we send (${status}).` }
  }
  const partial = readPartial(text)
  if (!partial || partial.rejectedSpans === 0) return { outcome: 'taken' }
  const reason = `The receiver refused ${partial.rejectedSpans} spans: ${partial.errorMessage.slice(0, 200) || 'no reason given'}`
  return { outcome: 'partly-taken', refused: partial.rejectedSpans, reason }
}

function readPartial(text: string) {
  try {
    return partialSchema.safeParse(JSON.parse(text)).data?.partialSuccess ?? null
  } catch {
    return null
  }
}
