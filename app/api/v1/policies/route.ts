import { policiesSchema, savePolicyRequestSchema, savePolicyResponseSchema } from '@/lib/control-loop/policy/contract'
import { readPolicies } from '@/lib/control-loop/policy/services/read-policies'
import { savePolicy } from '@/lib/control-loop/policy/services/save-policy'
import { withRoute } from '@/lib/platform/http/with-route'

/** The policy in force, its record and its history. */
export const GET = withRoute({ permission: 'settings.read', response: policiesSchema }, ({ ctx }) => readPolicies(ctx))

/** The next version, made from the one that is named. */
export const POST = withRoute(
  { permission: 'policy.write', body: savePolicyRequestSchema, response: savePolicyResponseSchema, status: 201 },
  ({ ctx, body }) => savePolicy(ctx, body),
)
