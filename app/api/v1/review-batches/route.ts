import { batchListSchema, batchResultSchema, submitBatchRequestSchema } from '@/lib/control-loop/review/contract'
import { listBatches } from '@/lib/control-loop/review/services/list-batches'
import { submitBatch } from '@/lib/control-loop/review/services/submit-batch'
import { withRoute } from '@/lib/platform/http/with-route'

/** What may be decided together, and what waits for a second person. */
export const GET = withRoute({ permission: 'proposals.read', response: batchListSchema }, ({ ctx }) => listBatches(ctx))

/** Decides the listed revisions and nothing else. */
export const POST = withRoute(
  {
    permission: 'reviews.write',
    body: submitBatchRequestSchema,
    response: batchResultSchema,
    status: 201,
    bodyMaxBytes: 256 * 1024,
  },
  ({ ctx, body }) => submitBatch(ctx, body),
)
