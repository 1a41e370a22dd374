import { z } from 'zod'
import { applyRunDetailSchema } from '@/lib/control-loop/apply/contract'
import { readApplyRun } from '@/lib/control-loop/apply/services/read-apply-run'
import { withRoute } from '@/lib/platform/http/with-route'

/** One run with its steps, log and verification. */
export const GET = withRoute(
  { permission: 'applies.read', params: z.object({ runId: z.uuid() }), response: applyRunDetailSchema },
  ({ ctx, params }) => readApplyRun(ctx, params.runId),
)
