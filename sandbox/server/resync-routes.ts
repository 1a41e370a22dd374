import { z } from 'zod'
import { INFERRED } from '@/sandbox/config/inferred'
import { ownEntry } from '@/sandbox/config/own-entry'
import { ApiError } from '@/sandbox/errors/api-error'
import type { Connection, ResyncScope } from '@/sandbox/state/world'
import { CONNECTOR_TYPES } from './connector-types'
import { done, parseBody, type Reply } from './envelope'
import { requireConnection } from './find-entity'
import type { Route, RouteRequest } from './route'

const scopeSchema = z.record(z.string(), z.array(z.string()))
const resyncRequestSchema = z.object({ scope: scopeSchema.nullish() })

/** Historical re-syncs: of a whole connection, of the tables in a scope, of tables named without one. */
export const resyncRoutes: readonly Route[] = [
  { method: 'POST', path: '/v1/connections/:connectionId/resync', handle: resyncConnection },
  { method: 'POST', path: '/v1/connections/:connectionId/schemas/tables/resync', handle: resyncTables },
]

function resyncConnection(request: RouteRequest): Reply {
  const connection = requireConnection(request)
  const { scope } = parseBody(resyncRequestSchema, request.body)
  const message = `Sync has been successfully triggered for connection with id '${connection.id}'`
  if (scope) return startTables(request, connection, scope, message)
  start(request, connection, null)
  connection.isHistoricalSync = true
  request.sandbox.webhooks.emit('resync_connector', connection, { actor: request.actor, id: connection.service }, null)
  return done(message, [`${connection.id} historical sync`])
}

function resyncTables(request: RouteRequest): Reply {
  const connection = requireConnection(request)
  const scope = parseBody(scopeSchema, request.body)
  return startTables(request, connection, scope, 'Re-sync has been triggered successfully')
}

function startTables(
  request: RouteRequest,
  connection: Connection,
  scope: Record<string, string[]>,
  message: string,
): Reply {
  refuseEmpty(scope)
  refuseUnsupported(connection)
  refuseUnknown(connection, scope)
  start(request, connection, scope)
  const properties = { actor: request.actor, id: connection.service, properties: scope }
  request.sandbox.webhooks.emit('resync_table', connection, properties, null)
  const paths = Object.entries(scope).flatMap(([schema, tables]) => tables.map((table) => `${schema}.${table}`))
  return done(
    message,
    paths.map((path) => `${connection.id} ${path} historical sync`),
  )
}

function start(request: RouteRequest, connection: Connection, scope: ResyncScope): void {
  const { engine, options } = request.sandbox
  if (engine.requestResync(connection, scope, options.syncDurationMs)) return
  throw new ApiError(409, 'Conflict', `Connection with id '${connection.id}' is being re-synced already`)
}

function refuseEmpty(scope: Record<string, string[]>): void {
  const empty = Object.entries(scope).find(([, tables]) => tables.length === 0)
  if (Object.keys(scope).length === 0) throw new ApiError(400, 'InvalidInput', 'Re-sync scope must not be empty')
  if (empty) throw new ApiError(400, 'InvalidInput', `List of tables of schema '${empty[0]}' must not be empty`)
}

function refuseUnsupported(connection: Connection): void {
  const type = CONNECTOR_TYPES.find(({ id }) => id === connection.service)
  const feature = type?.supported_features.find(({ id }) => id === 'RE_SYNC')
  if (feature?.notes?.includes('Table level')) return
  throw new ApiError(400, 'InvalidInput', 'Table re-sync is not supported for this connection')
}

function refuseUnknown(connection: Connection, scope: Record<string, string[]>): void {
  const config = connection.schemaConfig
  if (!config) {
    throw new ApiError(404, 'NotFound_SchemaConfig', `Connection with id '${connection.id}' doesn't have schema config`)
  }
  for (const [schemaName, tables] of Object.entries(scope)) {
    const schema = ownEntry(config.schemas, schemaName)
    if (!schema) throw new ApiError(404, 'NotFound', `Schema '${schemaName}' not found`)
    for (const name of tables) {
      const table = ownEntry(schema.tables, name)
      if (!table) throw new ApiError(404, 'NotFound', `Table '${name}' not found in schema '${schemaName}'`)
      const { status, code } = INFERRED.resyncOfExcludedTable
      if (!table.readOnly && (table.deleted || !table.enabled || !schema.enabled)) {
        throw new ApiError(status, code, `Table '${schemaName}.${name}' is not included in the sync`)
      }
    }
  }
}
