import type { ServerResponse } from 'node:http'
import { INFERRED } from '@/sandbox/config/inferred'
import { ApiError } from '@/sandbox/errors/api-error'
import type { Fault } from '@/sandbox/state/fault'
import type { Reply } from './envelope'

/** A dripping reply arrives in this many pieces, one each. */
const DRIPS = 20
const DRIP_MS = 100

/** Faults that strike before anything is done. */
export function refuseByFault(fault: Fault | null): void {
  if (fault?.kind === 'status') {
    const code = fault.status >= 500 ? 'InternalServerError' : 'BadRequest'
    throw new ApiError(fault.status, code, 'Fault dialled in at the sandbox')
  }
  if (fault?.kind === 'unauthorized') {
    throw new ApiError(401, INFERRED.unauthorizedCode, 'Invalid authorization credentials', {
      'WWW-Authenticate': 'Basic',
    })
  }
  if (fault?.kind === 'retry-after') {
    const seconds = String(fault.retryAfterSeconds)
    throw new ApiError(429, 'TooManyRequests', `Rate limit exceeded, retry in ${seconds} seconds`, {
      'Retry-After': seconds,
    })
  }
}

/** Answers, or does what a fault does when everything is done: the client cannot know whether it was. */
export function sendReply(
  response: ServerResponse,
  reply: Reply,
  headers: Record<string, string>,
  fault: Fault | null,
): void {
  const text = Buffer.from(JSON.stringify(reply.body))
  if (fault?.kind === 'hang') return
  if (fault?.kind === 'drop-reply') {
    response.destroy()
    return
  }
  if (fault?.kind === 'content-type') {
    response.writeHead(reply.status, { ...headers, 'Content-Type': 'text/html;charset=utf-8' })
    response.end('<html><body><h1>502 Bad Gateway</h1></body></html>')
    return
  }
  response.writeHead(reply.status, { ...headers, 'Content-Type': 'application/json;charset=utf-8' })
  if (fault?.kind === 'truncate') response.end(text.subarray(0, Math.floor(text.length / 2)))
  else if (fault?.kind === 'slow-drip') drip(response, text)
  else response.end(text)
}

function drip(response: ServerResponse, text: Buffer): void {
  const size = Math.ceil(text.length / DRIPS)
  const pieces = Array.from({ length: DRIPS }, (_, index) => text.subarray(index * size, (index + 1) * size))
  const timer = setInterval(() => {
    const piece = pieces.shift()
    if (piece !== undefined && !response.destroyed) response.write(piece)
    if (pieces.length > 0 && !response.destroyed) return
    clearInterval(timer)
    response.end()
  }, DRIP_MS)
  timer.unref()
}
