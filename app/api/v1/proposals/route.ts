import {
  draftProposalRequestSchema,
  draftProposalResponseSchema,
  proposalListQuerySchema,
  proposalListSchema,
} from '@/lib/control-loop/proposal/contract'
import { draftByPerson } from '@/lib/control-loop/proposal/services/draft-by-person'
import { listProposals } from '@/lib/control-loop/proposal/services/list-proposals'
import { withRoute } from '@/lib/platform/http/with-route'

/** The approval queue. */
export const GET = withRoute(
  { permission: 'proposals.read', query: proposalListQuerySchema, response: proposalListSchema },
  ({ ctx, query }) => listProposals(ctx, query),
)

/** A person proposes. */
export const POST = withRoute(
  {
    permission: 'proposals.write',
    body: draftProposalRequestSchema,
    response: draftProposalResponseSchema,
    status: 201,
  },
  ({ ctx, body }) => draftByPerson(ctx, body),
)
