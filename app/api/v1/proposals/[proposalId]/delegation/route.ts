import { z } from 'zod'
import { delegateRequestSchema, doneSchema } from '@/lib/control-loop/review/contract'
import { delegateProposal, takeBackProposal } from '@/lib/control-loop/review/services/delegate-proposal'
import { withRoute } from '@/lib/platform/http/with-route'

const params = z.object({ proposalId: z.uuid() })

/** Hands a proposal to somebody who may decide it. */
export const PUT = withRoute(
  { permission: 'reviews.write', params, body: delegateRequestSchema, response: doneSchema },
  ({ ctx, params: { proposalId }, body }) => delegateProposal(ctx, { proposalId, toId: body.toId }),
)

/** Takes it back, or hands it back. */
export const DELETE = withRoute(
  { permission: 'reviews.write', params, response: doneSchema },
  ({ ctx, params: { proposalId } }) => takeBackProposal(ctx, proposalId),
)
