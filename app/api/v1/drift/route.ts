import { driftOverviewSchema, driftQuerySchema } from '@/lib/capabilities/drift/contract'
import { readDrift } from '@/lib/capabilities/drift/services/read-drift'
import { withRoute } from '@/lib/platform/http/with-route'

/** Measured tables by day and their columns by effect. */
export const GET = withRoute(
  { permission: 'drift.read', query: driftQuerySchema, response: driftOverviewSchema },
  ({ ctx, query }) => readDrift(ctx, query),
)
