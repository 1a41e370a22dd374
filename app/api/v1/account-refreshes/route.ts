import { acceptedSchema } from '@/lib/control-loop/connection/contract'
import { requestAccountRefresh } from '@/lib/control-loop/connection/services/request-refresh'
import { withRoute } from '@/lib/platform/http/with-route'

/** Asks for a fresh list of everything the account has. */
export const POST = withRoute({ permission: 'connections.refresh', response: acceptedSchema, status: 202 }, ({ ctx }) =>
  requestAccountRefresh(ctx),
)
