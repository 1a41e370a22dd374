import { z } from 'zod'
import { describeDifference } from '@/sandbox/config/describe-difference'
import { INFERRED } from '@/sandbox/config/inferred'
import { ownEntry } from '@/sandbox/config/own-entry'
import * as patches from '@/sandbox/config/patch-request'
import { patchSchemaConfig } from '@/sandbox/config/patch-schema-config'
import { type PresentContext, presentColumns, presentSchemaConfig } from '@/sandbox/config/present-schema-config'
import { reloadSchemaConfig } from '@/sandbox/config/reload-schema-config'
import type { SchemaConfig } from '@/sandbox/config/schema-config'
import { ApiError } from '@/sandbox/errors/api-error'
import { connectionNaming, destinationSchemaName } from '@/sandbox/naming/destination-schema-name'
import { findTable } from '@/sandbox/source/source-model'
import type { Connection } from '@/sandbox/state/world'
import { parseBody, type Reply, success } from './envelope'
import { requireConnection } from './find-entity'
import { param, type Route, type RouteRequest } from './route'

const BASE = '/v1/connections/:connectionId/schemas'
const reloadRequestSchema = z.object({
  exclude_mode: z.enum(['PRESERVE', INFERRED.reloadIncludeMode, 'EXCLUDE']).default('PRESERVE'),
})

/** Schema config: read, edit at four levels, reload, and the complete columns of one table. */
export const schemaConfigRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: BASE,
    handle: (request) => {
      const connection = requireConnection(request)
      return success(presentSchemaConfig(requireConfig(connection), presentContext(connection)))
    },
  },
  { method: 'PATCH', path: BASE, handle: patchRoot },
  { method: 'POST', path: `${BASE}/reload`, handle: reload },
  { method: 'PATCH', path: `${BASE}/:schema`, handle: patchSchema },
  { method: 'PATCH', path: `${BASE}/:schema/tables/:table`, handle: patchTable },
  { method: 'GET', path: `${BASE}/:schema/tables/:table/columns`, handle: readColumns },
  { method: 'PATCH', path: `${BASE}/:schema/tables/:table/columns/:column`, handle: patchColumn },
]

function patchRoot(request: RouteRequest): Reply {
  const patch = parseBody(patches.rootPatchRequestSchema, request.body)
  return applyPatch(request, patch, 'root', 'Schema configuration has been modified')
}

function patchSchema(request: RouteRequest): Reply {
  const patch = parseBody(patches.schemaPatchRequestSchema, request.body)
  const root = { schemas: { [param(request, 'schema')]: patch } }
  return applyPatch(request, root, 'schema', 'Database schema configuration has been modified')
}

function patchTable(request: RouteRequest): Reply {
  const patch = parseBody(patches.tablePatchRequestSchema, request.body)
  const root = { schemas: { [param(request, 'schema')]: { tables: { [param(request, 'table')]: patch } } } }
  return applyPatch(request, root, 'table', 'Table configuration has been modified')
}

function patchColumn(request: RouteRequest): Reply {
  const patch = parseBody(patches.columnPatchRequestSchema, request.body)
  const table = { columns: { [param(request, 'column')]: patch } }
  const root = { schemas: { [param(request, 'schema')]: { tables: { [param(request, 'table')]: table } } } }
  return applyPatch(request, root, 'column', 'Column configuration has been modified')
}

function applyPatch(
  request: RouteRequest,
  patch: patches.SchemaConfigPatch,
  level: patches.PatchLevel,
  message: string,
): Reply {
  const connection = requireConnection(request)
  const before = requireConfig(connection)
  const after = patchSchemaConfig(before, patch, connection.source, level)
  connection.schemaConfig = after
  const effect = describeDifference(before, after)
  if (request.sandbox.engine.cancel(connection)) effect.push(`${connection.id} running sync cancelled`)
  return success(presentSchemaConfig(after, presentContext(connection)), { message, effect })
}

function reload(request: RouteRequest): Reply {
  const connection = requireConnection(request)
  const { exclude_mode: mode } = parseBody(reloadRequestSchema, request.body)
  request.sandbox.world.requests.sourceInteractions += 1
  const before = connection.schemaConfig
  const after = reloadSchemaConfig(before, connection.source, mode)
  connection.schemaConfig = after
  const effect = before ? describeDifference(before, after) : [`${connection.id} schema config created`]
  return success(presentSchemaConfig(after, presentContext(connection)), {
    message: 'Schema configuration has been reloaded',
    effect,
  })
}

function readColumns(request: RouteRequest): Reply {
  const connection = requireConnection(request)
  const config = requireConfig(connection)
  const schema = param(request, 'schema')
  const name = param(request, 'table')
  request.sandbox.world.requests.sourceInteractions += 1
  if (connection.setupState !== 'connected') {
    const { status, code } = INFERRED.columnsOfDisconnected
    throw new ApiError(status, code, `Connection with id '${connection.id}' is not connected`)
  }
  const configSchema = ownEntry(config.schemas, schema)
  if (!configSchema) throw new ApiError(404, 'NotFound', `Schema '${schema}' not found`)
  const stored = ownEntry(configSchema.tables, name)
  const live = findTable(connection.source, schema, name)
  if (!stored || !live) throw new ApiError(404, 'NotFound', `Table '${name}' not found in schema '${schema}'`)
  return success(presentColumns(stored, live, config, presentContext(connection)))
}

/** Gives the schema config of a connection, or throws the 404 of one nobody has looked at yet. */
export function requireConfig(connection: Connection): SchemaConfig {
  if (connection.schemaConfig) return connection.schemaConfig
  throw new ApiError(404, 'NotFound_SchemaConfig', `Connection with id '${connection.id}' doesn't have schema config`)
}

function presentContext(connection: Connection): PresentContext {
  return {
    rules: connectionNaming(connection),
    exposesPrimaryKeys: connection.exposesPrimaryKeys,
    destinationSchema: (sourceSchema) => destinationSchemaName(connection, sourceSchema),
  }
}
