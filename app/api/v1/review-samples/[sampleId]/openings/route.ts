import { z } from 'zod'
import { openingRequestSchema } from '@/lib/control-loop/review/contract'
import { recordOpening } from '@/lib/control-loop/review/services/hold-sample'
import { withRoute } from '@/lib/platform/http/with-route'

/** Keeps that a drawn one was opened. */
export const POST = withRoute(
  {
    permission: 'reviews.write',
    params: z.object({ sampleId: z.uuid() }),
    body: openingRequestSchema,
    response: z.object({ left: z.number() }),
    status: 201,
  },
  ({ ctx, params, body }) => recordOpening(ctx, { ...params, ...body }),
)
