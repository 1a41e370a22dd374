import { exclusionListSchema } from '@/lib/control-loop/review/contract'
import { listExclusions } from '@/lib/control-loop/review/services/list-exclusions'
import { withRoute } from '@/lib/platform/http/with-route'

/** What is not proposed again. */
export const GET = withRoute({ permission: 'proposals.read', response: exclusionListSchema }, ({ ctx }) =>
  listExclusions(ctx),
)
