import { evaluationListQuerySchema, evaluationListSchema } from '@/lib/capabilities/evaluation/contract'
import { listEvaluations } from '@/lib/capabilities/evaluation/services/list-evaluations'
import { withRoute } from '@/lib/platform/http/with-route'

/** How rules and models did on labelled cases: looked at before a task is switched to another model or prompt. */
export const GET = withRoute(
  { permission: 'settings.read', query: evaluationListQuerySchema, response: evaluationListSchema },
  ({ query }) => listEvaluations(query),
)
