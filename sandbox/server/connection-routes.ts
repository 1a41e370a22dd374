import { z } from 'zod'
import { INFERRED } from '@/sandbox/config/inferred'
import { ApiError } from '@/sandbox/errors/api-error'
import { maskSecrets } from '@/sandbox/state/append-log'
import { recordEvent } from '@/sandbox/state/record-event'
import type { Connection } from '@/sandbox/state/world'
import { createConnection } from './create-connection'
import { deleteConnection } from './delete-connection'
import { done, parseBody, success } from './envelope'
import { requireConnection } from './find-entity'
import { paginate } from './paginate'
import { patchConnection } from './patch-connection'
import { presentConnection } from './present-connection'
import type { Route, RouteRequest } from './route'
import { runSetupTests } from './setup-tests'

const syncRequestSchema = z.object({ force: z.boolean().default(false) })

/** Connections: list, one, create, edit, delete, test, sync. */
export const connectionRoutes: readonly Route[] = [
  { method: 'GET', path: '/v1/connections', handle: listConnections },
  {
    method: 'GET',
    path: '/v1/connections/:connectionId',
    handle: (request) => success(presentConnection(requireConnection(request), request.sandbox.clock.now())),
  },
  { method: 'POST', path: '/v1/connections', handle: createConnection },
  { method: 'PATCH', path: '/v1/connections/:connectionId', handle: editConnection },
  { method: 'DELETE', path: '/v1/connections/:connectionId', handle: deleteConnection },
  { method: 'POST', path: '/v1/connections/:connectionId/test', handle: testConnection },
  { method: 'POST', path: '/v1/connections/:connectionId/sync', handle: syncConnection },
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
  const before = { paused: connection.paused, schemaStatus: connection.schemaStatus }
  const { changes, runSetupTests: test, startsHistoricalSync } = patchConnection(connection, request.body)
  if (connection.paused)
    sandbox.engine.cancel(connection, 'Sync has been cancelled because of a user action. Connection paused.')
  if (connection.schemaStatus === 'ready' && before.schemaStatus === 'blocked_on_customer') {
    startSync(request, connection, { force: true, historical: false })
  }
  if (startsHistoricalSync) startSync(request, connection, { force: true, historical: true })

  const pauseMoved = connection.paused !== before.paused
  const event = pauseMoved ? (connection.paused ? 'pause_connector' : 'resume_connector') : 'edit_connector'
  const data = { actor, id: connection.service, properties: maskSecrets(changes) }
  sandbox.webhooks.emit(event, connection, data, null)
  recordEvent(sandbox.world, sandbox.clock.now(), { connectionId: connection.id, event: 'edit_connection', data })
  const tests = test ? runSetupTests(connection) : null
  if (test) sandbox.world.requests.setupTests += 1
  const presented = presentConnection(connection, sandbox.clock.now())
  return success(tests ? { ...presented, setup_tests: tests } : presented, {
    message: 'Connection has been updated',
    effect: Object.entries(changes).map(
      ([name, value]) => `${connection.id} ${name} = ${JSON.stringify(maskSecrets(value))}`,
    ),
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

function startSync(
  request: RouteRequest,
  connection: Connection,
  options: { force: boolean; historical: boolean },
): boolean {
  if (connection.paused && !INFERRED.syncOnPausedStarts) return false
  const { engine, options: sandboxOptions } = request.sandbox
  return engine.start(connection, { ...options, durationMs: sandboxOptions.syncDurationMs })
}
