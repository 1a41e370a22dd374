import { qualityOverviewSchema, qualityQuerySchema } from '@/lib/capabilities/quality/contract'
import { readQuality } from '@/lib/capabilities/quality/services/read-quality'
import { withRoute } from '@/lib/platform/http/with-route'

/** How the checks of all connections stand, failing first. */
export const GET = withRoute(
  { permission: 'quality.read', query: qualityQuerySchema, response: qualityOverviewSchema },
  ({ ctx, query }) => readQuality(ctx, query),
)
