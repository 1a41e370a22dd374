import { z } from 'zod'
import { doneSchema, snoozeRequestSchema } from '@/lib/control-loop/review/contract'
import { snoozeProposal, wakeProposal } from '@/lib/control-loop/review/services/snooze-proposal'
import { withRoute } from '@/lib/platform/http/with-route'

const params = z.object({ proposalId: z.uuid() })

/** Sets a proposal aside for a while. */
export const PUT = withRoute(
  { permission: 'reviews.write', params, body: snoozeRequestSchema, response: doneSchema },
  ({ ctx, params: { proposalId }, body }) => snoozeProposal(ctx, { ...body, proposalId }),
)

/** Brings it back now. */
export const DELETE = withRoute(
  { permission: 'reviews.write', params, response: doneSchema },
  ({ ctx, params: { proposalId } }) => wakeProposal(ctx, proposalId),
)
