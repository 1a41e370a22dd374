import { z } from 'zod'
import { INFERRED } from '@/sandbox/config/inferred'
import { ApiError } from '@/sandbox/errors/api-error'
import type { Connection } from '@/sandbox/state/world'
import { parseBody, type Reply, success } from './envelope'
import { requireConnection } from './find-entity'
import type { Route, RouteRequest } from './route'

const PATH = '/v1/connections/:connectionId/state'
const SERVICES = ['aws_lambda', 'azure_function', 'google_cloud_function', 'connector_sdk']
const stateRequestSchema = z.object({ state: z.record(z.string(), z.json()).nullish() })

/** The cursor of functions and SDK connectors: read and write. */
export const connectionStateRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, handle: readState },
  { method: 'PATCH', path: PATH, handle: writeState },
]

function readState(request: RouteRequest): Reply {
  const connection = requireFunction(request)
  if (connection.state === null) {
    throw new ApiError(400, 'BadRequest', `Connection with id '${connection.id}' has no state yet`)
  }
  return success({ state: connection.state })
}

function writeState(request: RouteRequest): Reply {
  const connection = requireFunction(request)
  const { state } = parseBody(stateRequestSchema, request.body)
  if (connection.run) throw new ApiError(409, 'Conflict', 'State cannot be changed while a sync is running')
  if (!connection.paused) {
    const { status, code } = INFERRED.stateOfUnpaused
    throw new ApiError(status, code, 'State can be changed only while the connection is paused')
  }
  // Nothing sent is nothing changed.
  if (state) connection.state = state
  return success(
    { state: connection.state ?? {} },
    { message: 'Connection state has been updated', effect: state ? [`${connection.id} state set`] : [] },
  )
}

function requireFunction(request: RouteRequest): Connection {
  const connection = requireConnection(request)
  if (SERVICES.includes(connection.service)) return connection
  throw new ApiError(400, 'BadRequest', `State is not supported for service '${connection.service}'`)
}
