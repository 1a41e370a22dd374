import { z } from 'zod'
import { batchResultSchema } from '@/lib/control-loop/review/contract'
import { confirmBatch } from '@/lib/control-loop/review/services/submit-batch'
import { withRoute } from '@/lib/platform/http/with-route'

/** The second person of a very large batch. */
export const POST = withRoute(
  {
    permission: 'reviews.write',
    params: z.object({ batchId: z.uuid() }),
    response: batchResultSchema,
    status: 201,
  },
  ({ ctx, params }) => confirmBatch(ctx, params.batchId),
)
