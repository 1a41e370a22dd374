import { decideClassRequestSchema } from '@/lib/capabilities/catalog/contract'
import { decideClass } from '@/lib/capabilities/catalog/services/decide-class'
import { acceptedSchema } from '@/lib/control-loop/connection/contract'
import { withRoute } from '@/lib/platform/http/with-route'

/** What a person says a column holds. What fits it is drafted by the worker. */
export const POST = withRoute(
  { permission: 'classes.decide', body: decideClassRequestSchema, response: acceptedSchema, status: 202 },
  ({ ctx, body }) => decideClass(ctx, body),
)
