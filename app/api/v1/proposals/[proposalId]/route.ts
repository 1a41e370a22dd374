import { z } from 'zod'
import { proposalDetailSchema } from '@/lib/control-loop/proposal/contract'
import { readProposal } from '@/lib/control-loop/proposal/services/read-proposal'
import { withRoute } from '@/lib/platform/http/with-route'

/** One proposal, as the person asking may see and decide it. */
export const GET = withRoute(
  { permission: 'proposals.read', params: z.object({ proposalId: z.uuid() }), response: proposalDetailSchema },
  ({ ctx, params }) => readProposal(ctx, params.proposalId),
)
