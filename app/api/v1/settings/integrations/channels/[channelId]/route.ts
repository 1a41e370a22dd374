import { z } from 'zod'
import { integrationsSchema, saveChannelRequestSchema } from '@/lib/control-loop/notify/contract'
import { editChannel } from '@/lib/control-loop/notify/services/edit-channel'
import { readIntegrations } from '@/lib/control-loop/notify/services/read-integrations'
import { removeChannel } from '@/lib/control-loop/notify/services/remove-channel'
import { withRoute } from '@/lib/platform/http/with-route'

const params = z.object({ channelId: z.uuid() })

/** Replaces what a channel is; another host clears its key. */
export const PUT = withRoute(
  { permission: 'settings.write', params, body: saveChannelRequestSchema, response: integrationsSchema },
  async ({ ctx, params: { channelId }, body }) => {
    await editChannel(ctx, channelId, body)
    return readIntegrations(ctx)
  },
)

/** Removes a channel with its key. */
export const DELETE = withRoute(
  { permission: 'settings.write', params, response: integrationsSchema },
  async ({ ctx, params: { channelId } }) => {
    await removeChannel(ctx, channelId)
    return readIntegrations(ctx)
  },
)
