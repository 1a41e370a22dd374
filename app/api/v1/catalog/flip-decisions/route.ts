import { decideFlipsAnswerSchema, decideFlipsRequestSchema } from '@/lib/capabilities/catalog/contract'
import { decideClassFlips } from '@/lib/capabilities/catalog/services/decide-class-flips'
import { withRoute } from '@/lib/platform/http/with-route'

/** Answers some hundreds of a group of flips; the answer says how many are left. */
export const POST = withRoute(
  { permission: 'classes.decide', body: decideFlipsRequestSchema, response: decideFlipsAnswerSchema },
  ({ ctx, body }) => decideClassFlips(ctx, body),
)
