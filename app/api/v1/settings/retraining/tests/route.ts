import { retrainingTestSchema } from '@/lib/capabilities/drift/contract'
import { requestRetrainingTest } from '@/lib/capabilities/drift/services/request-retraining-test'
import { withRoute } from '@/lib/platform/http/with-route'

/** Asks the worker to send a test to whoever is called for retraining. */
export const POST = withRoute(
  { permission: 'settings.write', response: retrainingTestSchema, status: 202 },
  ({ ctx }) => requestRetrainingTest(ctx),
)
