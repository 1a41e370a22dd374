import { z } from 'zod'
import { commentRequestSchema } from '@/lib/control-loop/proposal/contract'
import { commentOnProposal } from '@/lib/control-loop/proposal/services/comment-on-proposal'
import { withRoute } from '@/lib/platform/http/with-route'

/** A comment in the thread. */
export const POST = withRoute(
  {
    permission: 'proposals.comment',
    params: z.object({ proposalId: z.uuid() }),
    body: commentRequestSchema,
    response: z.object({ id: z.string() }),
    status: 201,
  },
  ({ ctx, params, body }) => commentOnProposal(ctx, { ...body, proposalId: params.proposalId }),
)
