import { z } from 'zod'
import { connectionSchemaSchema } from '@/lib/control-loop/snapshot/contract'
import { readConnectionSchema } from '@/lib/control-loop/snapshot/services/read-connection-schema'
import { withRoute } from '@/lib/platform/http/with-route'

/** The schema as last seen, with what is open about it. */
export const GET = withRoute(
  {
    permission: 'connections.read',
    params: z.object({ connectionId: z.uuid() }),
    response: connectionSchemaSchema,
  },
  ({ params }) => readConnectionSchema(params.connectionId),
)
