import { z } from 'zod'
import { editProviderRequestSchema, modelSettingsSchema } from '@/lib/capabilities/model/contract'
import { editProvider } from '@/lib/capabilities/model/services/edit-provider'
import { readModelSettings } from '@/lib/capabilities/model/services/read-model-settings'
import { removeProvider } from '@/lib/capabilities/model/services/remove-provider'
import { withRoute } from '@/lib/platform/http/with-route'

const params = z.object({ providerId: z.uuid() })

/** Changes a provider; another address clears its key. */
export const PATCH = withRoute(
  { permission: 'models.configure', params, body: editProviderRequestSchema, response: modelSettingsSchema },
  async ({ ctx, params: { providerId }, body }) => {
    await editProvider(ctx, providerId, body)
    return readModelSettings(ctx)
  },
)

/** Removes a provider with its key. */
export const DELETE = withRoute(
  { permission: 'models.configure', params, response: modelSettingsSchema },
  async ({ ctx, params: { providerId } }) => {
    await removeProvider(ctx, providerId)
    return readModelSettings(ctx)
  },
)
