import { z } from 'zod'
import { proposeRevert } from '@/lib/control-loop/apply/services/propose-revert'
import { draftProposalResponseSchema } from '@/lib/control-loop/proposal/contract'
import { withRoute } from '@/lib/platform/http/with-route'

/** Proposes the way back of what a run did. */
export const POST = withRoute(
  {
    permission: 'proposals.write',
    params: z.object({ runId: z.uuid() }),
    response: draftProposalResponseSchema,
    status: 201,
  },
  ({ ctx, params }) => proposeRevert(ctx, params.runId),
)
