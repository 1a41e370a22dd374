import { z } from 'zod'
import { acceptedSchema } from '@/lib/control-loop/connection/contract'
import { requestSync } from '@/lib/control-loop/connection/services/request-sync'
import { withRoute } from '@/lib/platform/http/with-route'

/** Asks Fivetran for a sync now. */
export const POST = withRoute(
  {
    permission: 'connections.sync',
    params: z.object({ connectionId: z.uuid() }),
    response: acceptedSchema,
    status: 202,
  },
  ({ ctx, params }) => requestSync(ctx, params.connectionId),
)
