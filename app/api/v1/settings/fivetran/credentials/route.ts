import { acceptedSchema, saveCredentialsRequestSchema } from '@/lib/control-loop/connection/contract'
import { saveCredentials } from '@/lib/control-loop/connection/services/save-credentials'
import { withRoute } from '@/lib/platform/http/with-route'

/** Seals a key and its secret; the worker tests them. */
export const PUT = withRoute(
  { permission: 'settings.write', body: saveCredentialsRequestSchema, response: acceptedSchema, status: 202 },
  ({ ctx, body }) => saveCredentials(ctx, body),
)
