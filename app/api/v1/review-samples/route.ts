import { sampleRequestSchema, sampleSchema } from '@/lib/control-loop/review/contract'
import { drawSample } from '@/lib/control-loop/review/services/hold-sample'
import { withRoute } from '@/lib/platform/http/with-route'

/** Draws which of a large batch this person opens first; the same ones when asked again. */
export const POST = withRoute(
  {
    permission: 'reviews.write',
    body: sampleRequestSchema,
    response: sampleSchema,
    status: 201,
    bodyMaxBytes: 256 * 1024,
  },
  ({ ctx, body }) => drawSample(ctx, body.members),
)
