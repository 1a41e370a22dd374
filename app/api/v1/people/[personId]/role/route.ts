import { changeRoleRequestSchema, personParamsSchema, personSchema } from '@/lib/platform/auth/contract'
import { changeRole } from '@/lib/platform/auth/services/change-role'
import { withRoute } from '@/lib/platform/http/with-route'

/** Changes a person's role; their sessions see it at the next request. */
export const PUT = withRoute(
  { permission: 'people.write', params: personParamsSchema, body: changeRoleRequestSchema, response: personSchema },
  ({ ctx, params, body }) => changeRole(ctx, params.personId, body.role),
)
