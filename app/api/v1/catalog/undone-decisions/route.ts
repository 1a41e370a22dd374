import { undoClassRequestSchema } from '@/lib/capabilities/catalog/contract'
import { undoClass } from '@/lib/capabilities/catalog/services/undo-class'
import { acceptedSchema } from '@/lib/control-loop/connection/contract'
import { withRoute } from '@/lib/platform/http/with-route'

/** Takes a person's decision back: what the recognisers say counts again. */
export const POST = withRoute(
  { permission: 'classes.decide', body: undoClassRequestSchema, response: acceptedSchema, status: 202 },
  ({ ctx, body }) => undoClass(ctx, body),
)
