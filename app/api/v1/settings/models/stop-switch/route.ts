import { modelSettingsSchema, stopModelsRequestSchema } from '@/lib/capabilities/model/contract'
import { readModelSettings } from '@/lib/capabilities/model/services/read-model-settings'
import { stopModels } from '@/lib/capabilities/model/services/stop-models'
import { withRoute } from '@/lib/platform/http/with-route'

/** Stops all asking of models, or lets it go on: done when this answers. */
export const PUT = withRoute(
  { permission: 'models.configure', body: stopModelsRequestSchema, response: modelSettingsSchema },
  async ({ ctx, body }) => {
    await stopModels(ctx, body)
    return readModelSettings(ctx)
  },
)
