import { personParamsSchema, personSchema } from '@/lib/platform/auth/contract'
import { enablePerson } from '@/lib/platform/auth/services/enable-person'
import { withRoute } from '@/lib/platform/http/with-route'

/** Lets a disabled person in again. */
export const POST = withRoute(
  { permission: 'people.write', params: personParamsSchema, response: personSchema },
  ({ ctx, params }) => enablePerson(ctx, params.personId),
)
