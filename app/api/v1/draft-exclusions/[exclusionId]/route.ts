import { z } from 'zod'
import { doneSchema } from '@/lib/control-loop/review/contract'
import { liftExclusion } from '@/lib/control-loop/review/services/lift-exclusion'
import { withRoute } from '@/lib/platform/http/with-route'

/** Lets it be proposed again. The entry stays in the history. */
export const DELETE = withRoute(
  { permission: 'reviews.write', params: z.object({ exclusionId: z.uuid() }), response: doneSchema },
  ({ ctx, params }) => liftExclusion(ctx, params.exclusionId),
)
