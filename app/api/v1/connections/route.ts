import { connectionListQuerySchema, connectionListSchema } from '@/lib/control-loop/connection/contract'
import { listConnections } from '@/lib/control-loop/connection/services/list-connections'
import { withRoute } from '@/lib/platform/http/with-route'

/** The watched connections. */
export const GET = withRoute(
  { permission: 'connections.read', query: connectionListQuerySchema, response: connectionListSchema },
  ({ ctx, query }) => listConnections(ctx, query),
)
