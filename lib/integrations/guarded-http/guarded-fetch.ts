import type { GuardedAgent } from './guarded-agent'
import { sendRequest } from './send-request'
import { ReplyRefusedError } from './transport-errors'

export interface GuardedFetchOptions {
  timeoutMs: number
  replyBytesMax: number
}

/** Statuses that a `Response` may not carry a body with. */
const BODILESS = new Set([204, 205, 304])
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/**
 * A `fetch` for vendor libraries that bring their own client: same guarded agent, whole reply held under a cap, redirects refused.
 * Takes text or byte bodies only and answers with a complete `Response`: streaming is deliberately not offered.
 */
export function createGuardedFetch(guarded: GuardedAgent, options: GuardedFetchOptions) {
  return async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const reply = await sendRequest(guarded, {
      method: requireMethod(init.method),
      url: typeof input === 'string' || input instanceof URL ? input : input.url,
      headers: Object.fromEntries(new Headers(init.headers)),
      body: requirePlainBody(init.body),
      timeoutMs: options.timeoutMs,
      replyBytesMax: options.replyBytesMax,
      ...(init.signal ? { signal: init.signal } : {}),
    })
    if (reply.status >= 300 && reply.status < 400) throw new ReplyRefusedError('The server answers with a redirect.')
    const headers = new Headers()
    for (const [name, value] of Object.entries(reply.headers)) {
      for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one)
    }
    return new Response(BODILESS.has(reply.status) ? null : new Uint8Array(reply.bytes), {
      status: reply.status,
      headers,
    })
  }
}

function requireMethod(method: string | undefined): (typeof methods)[number] {
  const known = methods.find((one) => one === (method ?? 'GET').toUpperCase())
  if (!known) throw new TypeError(`${method} is not a method this transport sends.`)
  return known
}

function requirePlainBody(body: RequestInit['body']): string | Uint8Array | null {
  if (body === null || body === undefined) return null
  if (typeof body === 'string' || body instanceof Uint8Array) return body
  throw new TypeError('Only text and bytes can be sent through this transport.')
}
