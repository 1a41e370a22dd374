import { z } from 'zod'
import { retryApplyRun } from '@/lib/control-loop/apply/services/retry-apply-run'
import { withRoute } from '@/lib/platform/http/with-route'

/** Goes on with a failed run from its failed step. */
export const POST = withRoute(
  {
    permission: 'applies.start',
    params: z.object({ runId: z.uuid() }),
    response: z.object({ accepted: z.literal(true) }),
    status: 202,
  },
  ({ ctx, params }) => retryApplyRun(ctx, params.runId),
)
