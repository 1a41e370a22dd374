import type { IncomingHttpHeaders } from 'node:http'
import type { Dispatcher } from 'undici'
import { guardUrl } from './guard-url'
import type { GuardedAgent } from './guarded-agent'
import { readCapped } from './read-capped'
import { ReplyLostError, TransportError } from './transport-errors'

export interface OutgoingRequest {
  method: Dispatcher.HttpMethod
  url: string | URL
  headers: Record<string, string>
  body: string | Uint8Array | null
  /** Total time from the first attempt to connect to the last byte of the body: a drip cannot stretch it. */
  timeoutMs: number
  replyBytesMax: number
  /** Ends the request early. */
  signal?: AbortSignal
}

export interface RawReply {
  status: number
  headers: IncomingHttpHeaders
  bytes: Buffer
}

/**
 * Sends one request through a guarded agent and holds the whole reply, redirects included (a 3xx is a reply like any other).
 * Throws only `TransportError`s; which one says whether the server may have acted.
 */
export async function sendRequest({ agent, allowed }: GuardedAgent, request: OutgoingRequest): Promise<RawReply> {
  const url = guardUrl(request.url, allowed)
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(), request.timeoutMs)
  const signal = request.signal ? AbortSignal.any([deadline.signal, request.signal]) : deadline.signal
  let phase: ReplyLostError['phase'] = 'before-reply'
  try {
    const reply = await agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: request.method,
      headers: request.headers,
      body: request.body,
      headersTimeout: request.timeoutMs,
      bodyTimeout: request.timeoutMs,
      signal,
    })
    phase = 'in-body'
    const bytes = await readCapped(reply.body, request.replyBytesMax)
    return { status: reply.statusCode, headers: reply.headers, bytes }
  } catch (error) {
    if (error instanceof TransportError) throw error
    throw new ReplyLostError(describeLoss(error, deadline.signal.aborted), phase, isTimeout(error, deadline.signal), {
      cause: error,
    })
  } finally {
    clearTimeout(timer)
  }
}

function isTimeout(error: unknown, deadline: AbortSignal): boolean {
  return deadline.aborted || (error instanceof Error && /Timeout/.test(error.name))
}

function describeLoss(error: unknown, isPastDeadline: boolean): string {
  if (isPastDeadline) return 'no complete reply in time'
  return error instanceof Error && error.message ? error.message : 'the connection was lost'
}
