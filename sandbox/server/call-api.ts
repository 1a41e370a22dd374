import { ApiError } from '@/sandbox/errors/api-error'
import type { Sandbox } from '@/sandbox/sandbox'
import { appendLog } from '@/sandbox/state/append-log'
import type { Fault } from '@/sandbox/state/fault'
import type { JsonValue } from '@/sandbox/state/world'
import { apiRoutes } from './api-routes'
import type { Reply } from './envelope'
import { rememberSettings } from './ignore-setting'
import { matchRoute } from './route'

export interface ApiCall {
  method: string
  path: string
  query: URLSearchParams
  body: JsonValue | undefined
  actor: string
  /** The fault that strikes this call, for the log. */
  fault?: Fault | null
}

/**
 * Runs one call of the service's API, whoever makes it: a client over HTTP, or a person in the service's own console. A call
 * that was accepted and may change something is logged with what it changed, before anybody is answered.
 */
export async function callApi(sandbox: Sandbox, call: ApiCall): Promise<Reply> {
  const match = requireRoute(call.method, call.path)
  const { query, body, actor } = call
  const undo = call.fault?.kind === 'ignore-setting' ? rememberSettings(sandbox.world) : null
  const reply = await match.route.handle({ sandbox, params: match.params, query, body, actor })
  undo?.()
  if (call.method !== 'GET') {
    appendLog(sandbox.world, sandbox.clock.now(), {
      method: call.method,
      path: call.path,
      body: body ?? null,
      status: reply.status,
      effect: undo ? [] : (reply.effect ?? []),
      fault: call.fault?.kind ?? null,
      actor,
    })
    sandbox.store.save()
  }
  return reply
}

/** Gives the route of a request line or throws the 404 or 405. */
export function requireRoute(method: string, path: string) {
  const match = matchRoute(apiRoutes, method, path)
  if ('route' in match) return match
  if (match.methods.length === 0) throw new ApiError(404, 'NotFound', `Path ${path} not found`)
  throw new ApiError(405, 'MethodNotAllowed', `Method ${method} is not allowed`, { Allow: match.methods.join(', ') })
}
