import { z } from 'zod'
import { acceptedSchema } from '@/lib/control-loop/connection/contract'
import { requestRefresh } from '@/lib/control-loop/connection/services/request-refresh'
import { withRoute } from '@/lib/platform/http/with-route'

/** Asks for a fresh look at the connection. */
export const POST = withRoute(
  {
    permission: 'connections.refresh',
    params: z.object({ connectionId: z.uuid() }),
    response: acceptedSchema,
    status: 202,
  },
  ({ ctx, params }) => requestRefresh(ctx, params.connectionId),
)
