import { INFERRED } from '@/sandbox/config/inferred'
import { rootPatchRequestSchema } from '@/sandbox/config/patch-request'
import { ApiError } from '@/sandbox/errors/api-error'
import { namingRulesOf } from '@/sandbox/naming/destination-schema-name'
import { parseBody, type Reply, success } from './envelope'
import { requireConnection } from './find-entity'
import type { Route, RouteRequest } from './route'

/** What is asked of the schema before anybody has looked at the source; database services only. */
export const precreateRoutes: readonly Route[] = [
  { method: 'POST', path: '/v1/connections/:connectionId/schemas', handle: precreate },
]

function precreate(request: RouteRequest): Reply {
  const connection = requireConnection(request)
  const asked = parseBody(rootPatchRequestSchema.required({ schemas: true }), request.body)
  if (namingRulesOf(connection.service) !== 'database') {
    throw new ApiError(
      400,
      'InvalidInput',
      `Pre-creating the schema config is not supported for service '${connection.service}'`,
    )
  }
  if (connection.schemaConfig !== null) {
    const { status, code } = INFERRED.precreateTooLate
    throw new ApiError(status, code, `Connection with id '${connection.id}' already has a schema config`)
  }
  connection.precreated = asked
  // Echoed as it came; names that turn out not to exist are ignored by the first sync.
  return success(request.body, {
    message: 'Schema configuration pre-created successfully',
    effect: [`${connection.id} schema config pre-created`],
  })
}
