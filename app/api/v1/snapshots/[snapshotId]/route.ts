import { z } from 'zod'
import { snapshotSummarySchema } from '@/lib/control-loop/snapshot/contract'
import { readSnapshot } from '@/lib/control-loop/snapshot/services/read-snapshot'
import { withRoute } from '@/lib/platform/http/with-route'

/** One snapshot. */
export const GET = withRoute(
  {
    permission: 'connections.read',
    params: z.object({ snapshotId: z.uuid() }),
    response: snapshotSummarySchema,
  },
  ({ params }) => readSnapshot(params.snapshotId),
)
