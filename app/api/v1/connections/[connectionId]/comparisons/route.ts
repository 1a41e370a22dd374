import { z } from 'zod'
import { comparisonQuerySchema, comparisonSchema } from '@/lib/control-loop/snapshot/contract'
import { compareSnapshots } from '@/lib/control-loop/snapshot/services/compare-snapshots'
import { withRoute } from '@/lib/platform/http/with-route'

/** What differs between two snapshots; `base=baseline` and `revision=latest` name them without an id. */
export const GET = withRoute(
  {
    permission: 'connections.read',
    params: z.object({ connectionId: z.uuid() }),
    query: comparisonQuerySchema,
    response: comparisonSchema,
  },
  ({ params, query }) => compareSnapshots(params.connectionId, query),
)
