import { z } from 'zod'
import { stopApplyRun } from '@/lib/control-loop/apply/services/stop-apply-run'
import { withRoute } from '@/lib/platform/http/with-route'

/** Stops a run after the step that is under way. */
export const POST = withRoute(
  {
    permission: 'applies.stop',
    params: z.object({ runId: z.uuid() }),
    response: z.object({ accepted: z.literal(true) }),
    status: 202,
  },
  ({ ctx, params }) => stopApplyRun(ctx, params.runId),
)
