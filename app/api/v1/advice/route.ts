import { adviceAcceptedSchema, adviceRequestSchema } from '@/lib/capabilities/advice/contract'
import { requestAdvice } from '@/lib/capabilities/advice/services/request-advice'
import { withRoute } from '@/lib/platform/http/with-route'

/** Asks a model about a change set, a rename, a table or a document. The worker asks; the answer is stored. */
export const POST = withRoute(
  {
    permission: 'advice.request',
    body: adviceRequestSchema,
    response: adviceAcceptedSchema,
    status: 202,
    bodyMaxBytes: 1_048_576,
  },
  ({ ctx, body }) => requestAdvice(ctx, body),
)
