import { z } from 'zod'
import { acceptedSchema, replayCallRequestSchema } from '@/lib/capabilities/model/contract'
import { requestReplay } from '@/lib/capabilities/model/services/request-replay'
import { withRoute } from '@/lib/platform/http/with-route'

/** Asks the same again of another model, or with the prompt as it is now. */
export const POST = withRoute(
  {
    permission: 'models.configure',
    params: z.object({ callId: z.uuid() }),
    body: replayCallRequestSchema,
    response: acceptedSchema,
    status: 202,
  },
  ({ ctx, params, body }) => requestReplay(ctx, params.callId, body),
)
