import { columnDriftQuerySchema, columnDriftViewSchema } from '@/lib/capabilities/drift/contract'
import { readColumnDrift } from '@/lib/capabilities/drift/services/read-column-drift'
import { withRoute } from '@/lib/platform/http/with-route'

/** One column with its history, both distributions and what may be the cause. */
export const GET = withRoute(
  { permission: 'drift.read', query: columnDriftQuerySchema, response: columnDriftViewSchema },
  ({ ctx, query }) => readColumnDrift(ctx, query),
)
