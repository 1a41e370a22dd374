import { integrationsSchema } from '@/lib/control-loop/notify/contract'
import { readIntegrations } from '@/lib/control-loop/notify/services/read-integrations'
import { withRoute } from '@/lib/platform/http/with-route'

/** Who is told, and what is on its way to them. */
export const GET = withRoute({ permission: 'settings.read', response: integrationsSchema }, ({ ctx }) =>
  readIntegrations(ctx),
)
