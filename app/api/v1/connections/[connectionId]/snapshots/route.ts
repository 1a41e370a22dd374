import { z } from 'zod'
import { snapshotListSchema } from '@/lib/control-loop/snapshot/contract'
import { listSnapshots } from '@/lib/control-loop/snapshot/services/list-snapshots'
import { pageQuerySchema } from '@/lib/platform/http/paging'
import { withRoute } from '@/lib/platform/http/with-route'

/** The snapshots of a connection, latest first. */
export const GET = withRoute(
  {
    permission: 'connections.read',
    params: z.object({ connectionId: z.uuid() }),
    query: pageQuerySchema,
    response: snapshotListSchema,
  },
  ({ params, query }) => listSnapshots(params.connectionId, query),
)
