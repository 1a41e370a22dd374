import { applyRunListQuerySchema, applyRunListSchema } from '@/lib/control-loop/apply/contract'
import { listApplyRuns } from '@/lib/control-loop/apply/services/list-apply-runs'
import { withRoute } from '@/lib/platform/http/with-route'

/** Runs, latest first. */
export const GET = withRoute(
  { permission: 'applies.read', query: applyRunListQuerySchema, response: applyRunListSchema },
  ({ query }) => listApplyRuns(query),
)
