import { z } from 'zod'
import { submitReviewRequestSchema, submitReviewResponseSchema } from '@/lib/control-loop/review/contract'
import { submitReview } from '@/lib/control-loop/review/services/submit-review'
import { withRoute } from '@/lib/platform/http/with-route'

/**
 * A person's decision. The permission here is only to see the proposal: who may decide is answered by the review itself, so that an author
 * is told about four eyes and not about a role.
 */
export const POST = withRoute(
  {
    permission: 'proposals.read',
    params: z.object({ proposalId: z.uuid() }),
    body: submitReviewRequestSchema,
    response: submitReviewResponseSchema,
    status: 201,
  },
  ({ ctx, params, body }) => submitReview(ctx, { ...body, proposalId: params.proposalId }),
)
