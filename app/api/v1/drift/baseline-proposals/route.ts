import { proposeBaselineRequestSchema, proposedBaselineSchema } from '@/lib/capabilities/drift/contract'
import { proposeBaseline } from '@/lib/capabilities/drift/services/propose-baseline'
import { withRoute } from '@/lib/platform/http/with-route'

/** Proposes what a table is compared with from now on. */
export const POST = withRoute(
  {
    permission: 'proposals.write',
    body: proposeBaselineRequestSchema,
    response: proposedBaselineSchema,
    status: 201,
  },
  ({ ctx, body }) => proposeBaseline(ctx, body),
)
