import { createGuardedAgent } from '@/lib/integrations/guarded-http/guarded-agent'
import { parseCappedJson } from '@/lib/integrations/guarded-http/parse-capped-json'
import { type RawReply, sendRequest } from '@/lib/integrations/guarded-http/send-request'
import {
  AddressRefusedError,
  ReplyRefusedError,
  TransportError,
} from '@/lib/integrations/guarded-http/transport-errors'
import type { ReceiverProblem } from './port'

const CONNECT_TIMEOUT_MS = 10_000
const CALL_TIMEOUT_MS = 15_000
const REPLY_BYTES_MAX = 1024 * 1024
const REPLY_DEPTH_MAX = 40
const RETRY_AFTER_SECONDS_MAX = 24 * 3600

export interface ReceiverCall {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH'
  url: string
  headers?: Record<string, string>
  /** Sent as JSON; a text is sent as it is. */
  body?: object | string
  signal?: AbortSignal | undefined
}

/** A reply that is about what was sent: any status but those that mean "who are you" and "not now". */
export interface Answer {
  outcome: 'answered'
  status: number
  /** null when the reply is no JSON. */
  json: unknown
}

export type CallReceiver = (call: ReceiverCall) => Promise<Answer | ReceiverProblem>

/** Calls one receiver through the guarded agent and sorts what comes back; nothing is repeated here. */
export function createCaller(options: { allowPrivateAddresses: readonly string[] }): {
  call: CallReceiver
  close(): Promise<void>
} {
  const guarded = createGuardedAgent({ ...options, connectTimeoutMs: CONNECT_TIMEOUT_MS, keepAlive: false })
  return {
    async call({ method, url, headers = {}, body, signal }) {
      try {
        const reply = await sendRequest(guarded, {
          method,
          url,
          headers: {
            accept: 'application/json',
            ...(body !== undefined && { 'content-type': 'application/json' }),
            ...headers,
          },
          body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
          timeoutMs: CALL_TIMEOUT_MS,
          replyBytesMax: REPLY_BYTES_MAX,
          ...(signal && { signal }),
        })
        return sort(reply)
      } catch (error) {
        if (error instanceof AddressRefusedError) return { outcome: 'address-refused', reason: error.message }
        if (error instanceof ReplyRefusedError) {
          return { outcome: 'unreachable', reason: 'The receiver answers with something unreadable.' }
        }
        if (error instanceof TransportError) return { outcome: 'unreachable', reason: 'The receiver does not answer.' }
        throw error
      }
    },
    close: () => guarded.agent.close(),
  }
}

function sort({ status, headers, bytes }: RawReply): Answer | ReceiverProblem {
  if (status === 401 || status === 403) {
    return { outcome: 'credentials-refused', reason: `The receiver does not accept these credentials (${status}).` }
  }
  if (status === 408 || status === 429 || status >= 500) {
    const seconds = Number(headers['retry-after'])
    return {
      outcome: 'unreachable',
      reason: `The receiver cannot take it now (${status}).`,
      ...(seconds > 0 && { retryAfterSeconds: Math.min(seconds, RETRY_AFTER_SECONDS_MAX) }),
    }
  }
  if (status >= 300 && status < 400) {
    return { outcome: 'refused', reason: `The receiver answers with a redirect (${status}), which is not followed.` }
  }
  return { outcome: 'answered', status, json: readJson(bytes) }
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return parseCappedJson(bytes, REPLY_DEPTH_MAX)
  } catch {
    return null
  }
}

/** The refusal of an answer that is neither good nor about credentials; `said` is what the receiver wrote, cut and without line breaks. */
export function refusalOf(status: number, said: string): ReceiverProblem {
  const words = said.replace(/\s+/gu, ' ').trim().slice(0, 200)
  return {
    outcome: 'refused',
    reason: `The receiver refuses what is sent (${status})${words === '' ? '.' : `: ${words}`}`,
  }
}
