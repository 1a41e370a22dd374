import { acceptedSchema } from '@/lib/control-loop/connection/contract'
import { rotateWebhookSecret } from '@/lib/control-loop/connection/services/rotate-webhook-secret'
import { withRoute } from '@/lib/platform/http/with-route'

/** Begins a new signing secret; the one before stays valid. */
export const POST = withRoute({ permission: 'settings.write', response: acceptedSchema, status: 202 }, ({ ctx }) =>
  rotateWebhookSecret(ctx),
)
