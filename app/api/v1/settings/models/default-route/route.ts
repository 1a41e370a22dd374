import { modelSettingsSchema, saveDefaultRouteRequestSchema } from '@/lib/capabilities/model/contract'
import { readModelSettings } from '@/lib/capabilities/model/services/read-model-settings'
import { saveDefaultRoute } from '@/lib/capabilities/model/services/save-route'
import { withRoute } from '@/lib/platform/http/with-route'

/** Which models answer where a task names none of its own. */
export const PUT = withRoute(
  { permission: 'models.configure', body: saveDefaultRouteRequestSchema, response: modelSettingsSchema },
  async ({ ctx, body }) => {
    await saveDefaultRoute(ctx, body.candidates)
    return readModelSettings(ctx)
  },
)
