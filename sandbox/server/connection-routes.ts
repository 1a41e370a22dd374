import { z } from 'zod'
import { INFERRED } from '@/sandbox/config/inferred'
import { ApiError } from '@/sandbox/errors/api-error'
import type { Connection } from '@/sandbox/state/world'
import { done, parseBody, success } from './envelope'
import { requireConnection } from './find-entity'
import { paginate } from './paginate'
import { patchConnection } from './patch-connection'
import { presentConnection } from './present-connection'
import type { Route, RouteRequest } from './route'
import { runSetupTests } from './setup-tests'

const syncRequestSchema = z.object({ force: z.boolean().default(false) })
const resyncRequestSchema = z.object({ scope: z.record(z.string(), z.array(z.string()).min(1)).nullish() })

/** Connections: list, one, edit, test, sync, resync. */
export const connectionRoutes: readonly Route[] = [
  { method: 'GET', path: '/v1/connections', handle: listConnections },
  {
    method: 'GET',
    path: '/v1/connections/:connectionId',
    handle: (request) => success(presentConnection(requireConnection(request), request.sandbox.clock.now())),
  },
  { method: 'PATCH', path: '/v1/connections/:connectionId', handle: editConnection },
  { method: 'POST', path: '/v1/connections/:connectionId/test', handle: testConnection },
  { method: 'POST', path: '/v1/connections/:connectionId/sync', handle: syncConnection },
  { method: 'POST', path: '/v1/connections/:connectionId/resync', handle: resyncConnection },
]

function listConnections({ sandbox, query }: RouteRequest) {
  const groupId = query.get('group_id')
  const schema = query.get('schema')
  const connections = sandbox.world.connections
    .filter((connection) => groupId === null || connection.groupId === groupId)
    .filter((connection) => schema === null || connection.schema === schema)
  return success(
    paginate(
      connections.map((connection) => presentConnection(connection, sandbox.clock.now())),
      query,
    ),
  )
}

function editConnection(request: RouteRequest) {
  const { sandbox, actor } = request
  const connection = requireConnection(request)
  const pausedBefore = connection.paused
  const { changes, runSetupTests: test, startsHistoricalSync } = patchConnection(connection, request.body)
  if (connection.paused)
    sandbox.engine.cancel(connection, 'Sync has been cancelled because of a user action. Connection paused.')
  if (startsHistoricalSync) startSync(request, connection, { force: true, historical: true })

  const pauseMoved = connection.paused !== pausedBefore
  const event = pauseMoved ? (connection.paused ? 'pause_connector' : 'resume_connector') : 'edit_connector'
  sandbox.webhooks.emit(event, connection, { actor, id: connection.service, properties: changes }, null)
  if (test) sandbox.world.requests.setupTests += 1
  const presented = presentConnection(connection, sandbox.clock.now())
  return success(test ? { ...presented, setup_tests: runSetupTests(connection) } : presented, {
    message: 'Connection has been updated',
    effect: Object.entries(changes).map(([name, value]) => `${connection.id} ${name} = ${JSON.stringify(value)}`),
  })
}

function testConnection(request: RouteRequest) {
  const { sandbox } = request
  const connection = requireConnection(request)
  if (request.body === undefined) throw new ApiError(400, 'BadRequest', 'Request body is missing')
  sandbox.world.requests.setupTests += 1
  const tests = runSetupTests(connection)
  const failed = tests.find((entry) => entry.status === 'FAILED')
  sandbox.webhooks.emit(
    failed ? 'connection_failure' : 'connection_successful',
    connection,
    failed ? { reason: failed.message } : {},
    null,
  )
  const presented = presentConnection(connection, sandbox.clock.now())
  return success({ ...presented, setup_tests: tests }, { message: 'Setup tests have been completed' })
}

function syncConnection(request: RouteRequest) {
  const connection = requireConnection(request)
  const { force } = parseBody(syncRequestSchema, request.body)
  const started = startSync(request, connection, { force, historical: false })
  const message = `Sync has been successfully triggered for connection with id '${connection.id}'`
  return done(message, started ? [`${connection.id} sync started`] : [])
}

function resyncConnection(request: RouteRequest) {
  const connection = requireConnection(request)
  const { scope } = parseBody(resyncRequestSchema, request.body)
  if (scope) throw new ApiError(400, 'InvalidInput', 'Table re-sync is not supported for this connection')
  connection.isHistoricalSync = true
  startSync(request, connection, { force: true, historical: true })
  request.sandbox.webhooks.emit('resync_connector', connection, { actor: request.actor, id: connection.service }, null)
  const message = `Sync has been successfully triggered for connection with id '${connection.id}'`
  return done(message, [`${connection.id} historical sync`])
}

function startSync(
  request: RouteRequest,
  connection: Connection,
  options: { force: boolean; historical: boolean },
): boolean {
  if (connection.paused && !INFERRED.syncOnPausedStarts) return false
  const { engine, options: sandboxOptions } = request.sandbox
  return engine.start(connection, { ...options, durationMs: sandboxOptions.syncDurationMs })
}
