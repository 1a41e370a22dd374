import { z } from 'zod'
import { describeDifference } from '@/sandbox/config/describe-difference'
import { markForDeletion } from '@/sandbox/config/mark-for-deletion'
import { done, parseBody, type Reply } from './envelope'
import { requireConnection } from './find-entity'
import { param, type Route, type RouteRequest } from './route'
import { requireConfig } from './schema-config-routes'

const BASE = '/v1/connections/:connectionId/schemas'
const requestSchema = z.object({
  schemas: z.record(
    z.string(),
    z.object({ tables: z.record(z.string(), z.object({ columns: z.array(z.string()).min(1) })) }),
  ),
})

/** Removing blocked columns from the destination: one, or many at once. The next sync carries it out. */
export const dropColumnRoutes: readonly Route[] = [
  { method: 'DELETE', path: `${BASE}/:schema/tables/:table/columns/:column`, handle: dropColumn },
  { method: 'POST', path: `${BASE}/drop-columns`, handle: dropColumns },
]

function dropColumn(request: RouteRequest): Reply {
  const column = { schema: param(request, 'schema'), table: param(request, 'table'), column: param(request, 'column') }
  return mark(request, [column], 'Column successfully marked for deletion')
}

function dropColumns(request: RouteRequest): Reply {
  const { schemas } = parseBody(requestSchema, request.body)
  const columns = Object.entries(schemas).flatMap(([schema, { tables }]) =>
    Object.entries(tables).flatMap(([table, entry]) => entry.columns.map((column) => ({ schema, table, column }))),
  )
  return mark(request, columns, 'Column(s) successfully marked for deletion')
}

function mark(request: RouteRequest, columns: Parameters<typeof markForDeletion>[1], message: string): Reply {
  const connection = requireConnection(request)
  const before = requireConfig(connection)
  connection.schemaConfig = markForDeletion(before, columns)
  return done(message, describeDifference(before, connection.schemaConfig))
}
