import { z } from 'zod'
import { integrationsSchema } from '@/lib/control-loop/notify/contract'
import { readIntegrations } from '@/lib/control-loop/notify/services/read-integrations'
import { requestChannelTest } from '@/lib/control-loop/notify/services/request-channel-test'
import { withRoute } from '@/lib/platform/http/with-route'

const params = z.object({ channelId: z.uuid() })

/** Asks the worker to try a channel. */
export const POST = withRoute(
  { permission: 'settings.write', params, response: integrationsSchema, status: 202 },
  async ({ ctx, params: { channelId } }) => {
    await requestChannelTest(ctx, channelId)
    return readIntegrations(ctx)
  },
)
