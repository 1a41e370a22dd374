import { integrationsSchema, saveChannelRequestSchema } from '@/lib/control-loop/notify/contract'
import { addChannel } from '@/lib/control-loop/notify/services/add-channel'
import { readIntegrations } from '@/lib/control-loop/notify/services/read-integrations'
import { withRoute } from '@/lib/platform/http/with-route'

/** Adds somebody to tell; the key is sealed and the worker tries it. */
export const POST = withRoute(
  { permission: 'settings.write', body: saveChannelRequestSchema, response: integrationsSchema, status: 201 },
  async ({ ctx, body }) => {
    await addChannel(ctx, body)
    return readIntegrations(ctx)
  },
)
