import type { IncomingMessage, ServerResponse } from 'node:http'
import { ApiError } from '@/sandbox/errors/api-error'
import type { Sandbox } from '@/sandbox/sandbox'
import type { Fault, JsonValue } from '@/sandbox/state/world'
import { callApi, requireRoute } from './call-api'
import { authenticate, checkAccept, checkContentType } from './check-headers'
import { failure, type Reply } from './envelope'
import { classifyRequest, HOURLY_LIMIT, type RateLimiter } from './rate-limiter'
import { readBody } from './read-body'
import { takeFault } from './take-fault'

/** Answers one request to `/v1`: counts it, lets a fault strike it, checks it the way the service does, runs it. */
export async function answerApi(
  sandbox: Sandbox,
  limiter: RateLimiter,
  message: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const method = message.method ?? 'GET'
  const path = url.pathname
  const { requests } = sandbox.world
  requests.total += 1
  const fault = takeFault(sandbox.world, method, path)
  const headers: Record<string, string> = {}
  let reply: Reply
  try {
    refuseByFault(fault)
    const actor = authenticate(message.headers, sandbox.options.apiKey, sandbox.options.apiSecret)
    checkAccept(message.headers)
    const route = requireRoute(method, path).route
    count(requests.byRoute, `${method} ${route.path}`)
    checkContentType(message.headers, method)
    const body: JsonValue | undefined = await readBody(message)
    limiter.admit(classifyRequest(method, path, body), sandbox.clock.now().getTime())
    reply = await callApi(sandbox, { method, path, query: url.searchParams, body, actor })
  } catch (error) {
    const failed = failure(error)
    Object.assign(headers, failed.headers)
    reply = failed
    if (failed.status === 500 && !(error instanceof ApiError)) reportFault(error)
  }
  count(requests.byStatus, String(reply.status))
  headers['X-Rate-Limit'] = String(HOURLY_LIMIT)
  headers['X-Rate-Limit-Remaining'] = String(limiter.remaining(sandbox.clock.now().getTime()))
  send(response, reply, headers, fault)
}

/** Faults that strike before anything is done. */
function refuseByFault(fault: Fault | null): void {
  if (fault?.kind === 'status') {
    throw new ApiError(
      fault.status,
      fault.status >= 500 ? 'InternalServerError' : 'BadRequest',
      'Fault dialled in at the sandbox',
    )
  }
  if (fault?.kind === 'retry-after') {
    const seconds = String(fault.retryAfterSeconds)
    throw new ApiError(429, 'TooManyRequests', `Rate limit exceeded, retry in ${seconds} seconds`, {
      'Retry-After': seconds,
    })
  }
}

/** Faults that strike when everything is done: the client cannot know whether it was. */
function send(response: ServerResponse, reply: Reply, headers: Record<string, string>, fault: Fault | null): void {
  const text = Buffer.from(JSON.stringify(reply.body))
  if (fault?.kind === 'hang') return
  if (fault?.kind === 'drop-reply') {
    response.destroy()
    return
  }
  response.writeHead(reply.status, { ...headers, 'Content-Type': 'application/json;charset=utf-8' })
  response.end(fault?.kind === 'truncate' ? text.subarray(0, Math.floor(text.length / 2)) : text)
}

function count(counters: Record<string, number>, name: string): void {
  counters[name] = (counters[name] ?? 0) + 1
}

/** A fault of the sandbox itself must not look like one somebody dialled in. */
function reportFault(error: unknown): void {
  process.stderr.write(`sandbox: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
}
