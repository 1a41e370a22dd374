import { createProviderRequestSchema, modelSettingsSchema } from '@/lib/capabilities/model/contract'
import { createProvider } from '@/lib/capabilities/model/services/create-provider'
import { readModelSettings } from '@/lib/capabilities/model/services/read-model-settings'
import { withRoute } from '@/lib/platform/http/with-route'

/** Adds a provider; its key is sealed and the worker tests it. */
export const POST = withRoute(
  { permission: 'models.configure', body: createProviderRequestSchema, response: modelSettingsSchema, status: 201 },
  async ({ ctx, body }) => {
    await createProvider(ctx, body)
    return readModelSettings(ctx)
  },
)
