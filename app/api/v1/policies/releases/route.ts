import { automationStateSchema } from '@/lib/control-loop/policy/contract'
import { releaseAutomation } from '@/lib/control-loop/policy/services/release-automation'
import { withRoute } from '@/lib/platform/http/with-route'

/** Lets automatic changes start again. */
export const POST = withRoute({ permission: 'policy.write', response: automationStateSchema }, ({ ctx }) =>
  releaseAutomation(ctx),
)
