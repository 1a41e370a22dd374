import type { IncomingMessage } from 'node:http'
import { ApiError } from '@/sandbox/errors/api-error'
import { modelCommands } from '@/sandbox/model/model-commands'
import type { Sandbox } from '@/sandbox/sandbox'
import type { Reply } from '@/sandbox/server/envelope'
import { readBody } from '@/sandbox/server/read-body'
import { matchRoute, type Route } from '@/sandbox/server/route'
import { ImpossibleSourceChange } from '@/sandbox/source/evolve-source'
import { appendLog } from '@/sandbox/state/append-log'
import { accountCommands } from './account-commands'
import { connectionCommands } from './connection-commands'
import { faultCommands } from './fault-commands'

const commandRoutes: readonly Route[] = [...accountCommands, ...connectionCommands, ...faultCommands, ...modelCommands]

/** Answers one command under `/sandbox`. Nobody signs in here, so only this machine may call, and no foreign page. */
export async function answerCommand(sandbox: Sandbox, message: IncomingMessage, url: URL): Promise<Reply> {
  try {
    refuseStrangers(message)
    const method = message.method ?? 'GET'
    const match = matchRoute(commandRoutes, method, url.pathname)
    if (!('route' in match)) {
      if (match.methods.length === 0) throw new ApiError(404, 'NotFound', `There is no command ${url.pathname}`)
      throw new ApiError(405, 'MethodNotAllowed', `${url.pathname} takes ${match.methods.join(', ')}`)
    }
    const body = method === 'GET' ? undefined : await readBody(message)
    const { params } = match
    const reply = await match.route.handle({ sandbox, params, query: url.searchParams, body, actor: 'sandbox' })
    if (reply.effect && reply.effect.length > 0) {
      const { status, effect } = reply
      appendLog(sandbox.world, sandbox.clock.now(), {
        method,
        path: url.pathname,
        body: body ?? null,
        status,
        effect,
        actor: 'sandbox',
      })
      sandbox.store.save()
    }
    return reply
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, body: { code: error.code, message: error.message } }
    if (error instanceof ImpossibleSourceChange)
      return { status: 400, body: { code: 'BadCommand', message: error.message } }
    const message = error instanceof Error ? error.message : String(error)
    return { status: 500, body: { code: 'Fault', message } }
  }
}

/** A browser sends Origin with every POST: one that is not our own page is some other site trying its luck. */
function refuseStrangers(message: IncomingMessage): void {
  const address = message.socket.remoteAddress ?? ''
  const loopback = address === '::1' || address.replace('::ffff:', '').startsWith('127.')
  if (!loopback) throw new ApiError(403, 'LoopbackOnly', 'Commands are accepted from this machine only.')
  const { origin, host } = message.headers
  if (origin !== undefined && origin !== `http://${host}`) {
    throw new ApiError(403, 'ForeignOrigin', 'Commands are not accepted from other sites.')
  }
}
