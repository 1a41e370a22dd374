import { acceptedSchema } from '@/lib/control-loop/connection/contract'
import { requestAccountTest } from '@/lib/control-loop/connection/services/request-account-test'
import { withRoute } from '@/lib/platform/http/with-route'

/** Asks for a test of the stored key. */
export const POST = withRoute({ permission: 'settings.write', response: acceptedSchema, status: 202 }, ({ ctx }) =>
  requestAccountTest(ctx),
)
