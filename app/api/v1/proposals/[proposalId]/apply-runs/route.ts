import { z } from 'zod'
import { startApplyRunRequestSchema, startApplyRunResponseSchema } from '@/lib/control-loop/apply/contract'
import { startApplyRun } from '@/lib/control-loop/apply/services/start-apply-run'
import { withRoute } from '@/lib/platform/http/with-route'

/** Applies an approved proposal: the second of the two decisions. */
export const POST = withRoute(
  {
    permission: 'applies.start',
    params: z.object({ proposalId: z.uuid() }),
    body: startApplyRunRequestSchema,
    response: startApplyRunResponseSchema,
    status: 202,
  },
  ({ ctx, params, body }) => startApplyRun(ctx, { ...body, proposalId: params.proposalId }),
)
