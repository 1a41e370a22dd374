import { usageQuerySchema, usageSchema } from '@/lib/capabilities/model/contract'
import { readUsage } from '@/lib/capabilities/model/services/read-usage'
import { withRoute } from '@/lib/platform/http/with-route'

/** Cost against budgets, errors, latency and acceptance. */
export const GET = withRoute(
  { permission: 'model-usage.read', query: usageQuerySchema, response: usageSchema },
  ({ ctx, query }) => readUsage(ctx, query.days),
)
