import { z } from 'zod'
import { adviceViewSchema } from '@/lib/capabilities/advice/contract'
import { readAdvice } from '@/lib/capabilities/advice/services/read-advice'
import { withRoute } from '@/lib/platform/http/with-route'

/** One question to a model with its answer. */
export const GET = withRoute(
  { permission: 'advice.read', params: z.object({ adviceId: z.uuid() }), response: adviceViewSchema },
  ({ params }) => readAdvice(params.adviceId),
)
