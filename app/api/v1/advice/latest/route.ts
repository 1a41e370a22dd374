import { latestAdviceQuerySchema, latestAdviceSchema } from '@/lib/capabilities/advice/contract'
import { readLatestAdvice } from '@/lib/capabilities/advice/services/read-advice'
import { withRoute } from '@/lib/platform/http/with-route'

/** The latest answer of a kind about a subject. */
export const GET = withRoute(
  { permission: 'advice.read', query: latestAdviceQuerySchema, response: latestAdviceSchema },
  ({ query }) => readLatestAdvice(query),
)
