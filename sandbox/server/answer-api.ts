import type { IncomingMessage, ServerResponse } from 'node:http'
import { ApiError } from '@/sandbox/errors/api-error'
import type { Sandbox } from '@/sandbox/sandbox'
import type { JsonValue } from '@/sandbox/state/world'
import { authorise } from './authorise'
import { callApi, requireRoute } from './call-api'
import { checkAccept, checkContentType } from './check-headers'
import { failure, type Reply } from './envelope'
import { noteEarlyCall, noteWait } from './note-waits'
import { classifyRequest, type RateLimiter } from './rate-limiter'
import { readBody } from './read-body'
import { refuseByFault, sendReply } from './strike-fault'
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
  const { world, clock } = sandbox
  const { requests } = world
  requests.total += 1
  noteEarlyCall(requests, `${method} ${path}`, clock.now())
  const fault = takeFault(world, method, path)
  const headers: Record<string, string> = {}
  let reply: Reply
  try {
    refuseByFault(fault)
    const actor = authorise(sandbox, message.headers, method, path)
    checkAccept(message.headers)
    const route = requireRoute(method, path).route
    count(requests.byRoute, `${method} ${route.path}`)
    checkContentType(message.headers, method)
    const body: JsonValue | undefined = await readBody(message)
    limiter.admit(classifyRequest(method, path, body), clock.now().getTime())
    reply = await callApi(sandbox, { method, path, query: url.searchParams, body, actor, fault })
  } catch (error) {
    const failed = failure(error)
    Object.assign(headers, failed.headers)
    reply = failed
    if (failed.status === 429) noteWait(requests, `${method} ${path}`, clock.now(), Number(headers['Retry-After'] ?? 0))
    if (failed.status === 500 && !(error instanceof ApiError)) reportFault(error)
  }
  count(requests.byStatus, String(reply.status))
  headers['X-Rate-Limit'] = String(limiter.hourlyLimit)
  headers['X-Rate-Limit-Remaining'] = String(limiter.remaining(clock.now().getTime()))
  sendReply(response, reply, headers, fault)
}

function count(counters: Record<string, number>, name: string): void {
  counters[name] = (counters[name] ?? 0) + 1
}

/** A fault of the sandbox itself must not look like one somebody dialled in. */
function reportFault(error: unknown): void {
  process.stderr.write(`sandbox: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
}
