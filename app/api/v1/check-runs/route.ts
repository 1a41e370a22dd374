import { checkRunRequestSchema } from '@/lib/capabilities/quality/contract'
import { requestCheckRun } from '@/lib/capabilities/quality/services/plan-checks'
import { acceptedSchema } from '@/lib/control-loop/connection/contract'
import { withRoute } from '@/lib/platform/http/with-route'

/** Looks at the rows for all checks of a connection now. */
export const POST = withRoute(
  { permission: 'quality.run', body: checkRunRequestSchema, response: acceptedSchema, status: 202 },
  ({ ctx, body }) => requestCheckRun(ctx, body.connectionId),
)
