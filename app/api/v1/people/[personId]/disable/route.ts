import { personParamsSchema, personSchema } from '@/lib/platform/auth/contract'
import { disablePerson } from '@/lib/platform/auth/services/disable-person'
import { withRoute } from '@/lib/platform/http/with-route'

/** Ends a person's sessions and lets them in no more. */
export const POST = withRoute(
  { permission: 'people.write', params: personParamsSchema, response: personSchema },
  ({ ctx, params }) => disablePerson(ctx, params.personId),
)
