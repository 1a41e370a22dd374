import { automationStateSchema, stopAutomationRequestSchema } from '@/lib/control-loop/policy/contract'
import { stopAutomation } from '@/lib/control-loop/policy/services/stop-automation'
import { withRoute } from '@/lib/platform/http/with-route'

/** Stops everything automatic. */
export const POST = withRoute(
  { permission: 'applies.stop', body: stopAutomationRequestSchema, response: automationStateSchema },
  ({ ctx, body }) => stopAutomation(ctx, body),
)
