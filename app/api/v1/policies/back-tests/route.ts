import { backTestRequestSchema, backTestResponseSchema } from '@/lib/control-loop/policy/contract'
import { backTestPolicy } from '@/lib/control-loop/policy/services/back-test-policy'
import { withRoute } from '@/lib/platform/http/with-route'

/** What a draft would have done with the last real proposals. */
export const POST = withRoute(
  { permission: 'policy.write', body: backTestRequestSchema, response: backTestResponseSchema },
  ({ ctx, body }) => backTestPolicy(ctx, body),
)
