import { createPersonRequestSchema, personListSchema, personSchema } from '@/lib/platform/auth/contract'
import { createPerson } from '@/lib/platform/auth/services/create-person'
import { listPeople } from '@/lib/platform/auth/services/list-people'
import { withRoute } from '@/lib/platform/http/with-route'

/** Everybody who may use this installation. */
export const GET = withRoute({ permission: 'people.read', response: personListSchema }, () => listPeople())

/** Adds a person with a first password, or with their subject at single sign-on. */
export const POST = withRoute(
  { permission: 'people.write', body: createPersonRequestSchema, response: personSchema, status: 201 },
  ({ ctx, body }) => createPerson(ctx, body),
)
