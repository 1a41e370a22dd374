import { acceptedSchema } from '@/lib/capabilities/model/contract'
import { requestExportTest } from '@/lib/capabilities/model/services/save-export'
import { withRoute } from '@/lib/platform/http/with-route'

/** Asks the worker to try the stored receiver. */
export const POST = withRoute({ permission: 'models.configure', response: acceptedSchema, status: 202 }, ({ ctx }) =>
  requestExportTest(ctx),
)
