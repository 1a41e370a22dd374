import { acceptedSchema } from '@/lib/control-loop/connection/contract'
import { requestScenarioStep } from '@/lib/control-loop/overview/services/request-scenario-step'
import { webEnv } from '@/lib/platform/config/env'
import { withRoute } from '@/lib/platform/http/with-route'

/** In the demo: plays the next step of the sandbox's scenario. Elsewhere there is nothing here. */
export const POST = withRoute({ permission: 'connections.sync', response: acceptedSchema, status: 202 }, ({ ctx }) =>
  requestScenarioStep(ctx, webEnv().SANDBOX_URL),
)
