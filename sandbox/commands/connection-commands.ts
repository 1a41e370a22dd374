import { ApiError } from '@/sandbox/errors/api-error'
import type { Reply } from '@/sandbox/server/envelope'
import { requireConnection, requireTransformation } from '@/sandbox/server/find-entity'
import type { Route, RouteRequest } from '@/sandbox/server/route'
import { sourceChangeSchema } from '@/sandbox/source/source-change'
import { changeSource } from './change-source'
import {
  healthCommandSchema,
  outcomeCommandSchema,
  syncCommandSchema,
  transformationOutcomeSchema,
} from './command-schemas'
import { parseCommand } from './parse-command'

const BASE = '/sandbox/connections/:connectionId'

/** Commands about one connection and the source behind it, and about one transformation. */
export const connectionCommands: readonly Route[] = [
  { method: 'GET', path: BASE, handle: showConnection },
  {
    method: 'GET',
    path: `${BASE}/source`,
    handle: (request) => ({ status: 200, body: requireConnection(request).source }),
  },
  { method: 'POST', path: `${BASE}/source`, handle: evolve },
  { method: 'POST', path: `${BASE}/sync`, handle: sync },
  { method: 'POST', path: `${BASE}/health`, handle: setHealth },
  { method: 'POST', path: `${BASE}/next-sync`, handle: dialOutcome },
  { method: 'POST', path: '/sandbox/transformations/:transformationId/next-run', handle: dialRun },
]

function showConnection(request: RouteRequest): Reply {
  const { id, service, schema, paused, setupState, run, syncs, delivered, succeededAt, failedAt } =
    requireConnection(request)
  return {
    status: 200,
    body: { id, service, schema, paused, setupState, succeededAt, failedAt, run, syncs, delivered },
  }
}

function evolve(request: RouteRequest): Reply {
  const connection = requireConnection(request)
  const change = parseCommand(sourceChangeSchema, request.body)
  const effect = [changeSource(request.sandbox, connection, change)]
  return { status: 200, body: { effect }, effect }
}

async function sync(request: RouteRequest): Promise<Reply> {
  const connection = requireConnection(request)
  const { engine, options } = request.sandbox
  const { wait, durationMs, historical, force } = parseCommand(syncCommandSchema, request.body)
  if (connection.paused) throw new ApiError(409, 'Paused', `Connection '${connection.id}' is paused: unpause it first.`)
  const start = { force, historical, durationMs: durationMs ?? options.syncDurationMs }
  if (!wait) {
    const started = engine.start(connection, start)
    return {
      status: 202,
      body: { started, syncId: connection.run?.syncId ?? null },
      effect: [`${connection.id} sync started`],
    }
  }
  const record = await engine.runToEnd(connection, start)
  return { status: 200, body: record, effect: [`${connection.id} sync ${record.status}`] }
}

function setHealth(request: RouteRequest): Reply {
  const connection = requireConnection(request)
  const health = parseCommand(healthCommandSchema, request.body)
  connection.setupState = health.state
  connection.tasks = health.state === 'connected' ? [] : [{ code: health.code, message: health.message, details: '' }]
  const effect = [`${connection.id} is ${health.state}`]
  return { status: 200, body: { effect }, effect }
}

function dialOutcome(request: RouteRequest): Reply {
  const connection = requireConnection(request)
  connection.nextOutcome = parseCommand(outcomeCommandSchema, request.body)
  const effect = [`${connection.id} next sync ends ${connection.nextOutcome.status}`]
  return { status: 200, body: { effect }, effect }
}

function dialRun(request: RouteRequest): Reply {
  const transformation = requireTransformation(request)
  transformation.nextOutcome = parseCommand(transformationOutcomeSchema, request.body).next
  const effect = [`transformation ${transformation.id} next run ends ${transformation.nextOutcome}`]
  return { status: 200, body: { effect }, effect }
}
