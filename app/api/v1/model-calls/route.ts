import { callListQuerySchema, callListSchema } from '@/lib/capabilities/model/contract'
import { listCalls } from '@/lib/capabilities/model/services/list-calls'
import { withRoute } from '@/lib/platform/http/with-route'

/** The ledger of model calls, latest first. */
export const GET = withRoute(
  { permission: 'model-usage.read', query: callListQuerySchema, response: callListSchema },
  ({ query }) => listCalls(query),
)
