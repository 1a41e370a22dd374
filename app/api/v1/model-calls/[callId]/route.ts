import { z } from 'zod'
import { callDetailSchema } from '@/lib/capabilities/model/contract'
import { readCall } from '@/lib/capabilities/model/services/read-call'
import { withRoute } from '@/lib/platform/http/with-route'

/** One call in full. */
export const GET = withRoute(
  { permission: 'model-usage.read', params: z.object({ callId: z.uuid() }), response: callDetailSchema },
  ({ params }) => readCall(params.callId),
)
