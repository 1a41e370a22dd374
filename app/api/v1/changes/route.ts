import { changeListQuerySchema, changeListSchema } from '@/lib/control-loop/diff/contract'
import { listChanges } from '@/lib/control-loop/diff/services/list-changes'
import { withRoute } from '@/lib/platform/http/with-route'

/** Changes found anywhere. */
export const GET = withRoute(
  { permission: 'changes.read', query: changeListQuerySchema, response: changeListSchema },
  ({ query }) => listChanges(query),
)
