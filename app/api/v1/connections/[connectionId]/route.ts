import { z } from 'zod'
import { connectionDetailSchema, editConnectionRequestSchema } from '@/lib/control-loop/connection/contract'
import { editConnection } from '@/lib/control-loop/connection/services/edit-connection'
import { readConnection } from '@/lib/control-loop/connection/services/read-connection'
import { withRoute } from '@/lib/platform/http/with-route'

const params = z.object({ connectionId: z.uuid() })

/** One connection. */
export const GET = withRoute(
  { permission: 'connections.read', params, response: connectionDetailSchema },
  ({ ctx, params }) => readConnection(ctx, params.connectionId),
)

/** Sets its owner or freshness target. */
export const PATCH = withRoute(
  { permission: 'connections.write', params, body: editConnectionRequestSchema, response: connectionDetailSchema },
  async ({ ctx, params, body }) => {
    await editConnection(ctx, params.connectionId, body)
    return readConnection(ctx, params.connectionId)
  },
)
