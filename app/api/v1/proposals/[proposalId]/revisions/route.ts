import { z } from 'zod'
import { reviseProposalRequestSchema } from '@/lib/control-loop/proposal/contract'
import { reviseProposal } from '@/lib/control-loop/proposal/services/revise-proposal'
import { withRoute } from '@/lib/platform/http/with-route'

/** A new revision: an edit, or a re-plan on the live state. */
export const POST = withRoute(
  {
    permission: 'proposals.write',
    params: z.object({ proposalId: z.uuid() }),
    body: reviseProposalRequestSchema,
    response: z.object({ revision: z.number() }),
    status: 201,
  },
  ({ ctx, params, body }) => reviseProposal(ctx, { ...body, proposalId: params.proposalId }),
)
