import { editModelSettingsRequestSchema, modelSettingsSchema } from '@/lib/capabilities/model/contract'
import { editModelSettings } from '@/lib/capabilities/model/services/edit-model-settings'
import { readModelSettings } from '@/lib/capabilities/model/services/read-model-settings'
import { withRoute } from '@/lib/platform/http/with-route'

/** Providers, routes, caps and the stop switch, without any secret. */
export const GET = withRoute({ permission: 'model-usage.read', response: modelSettingsSchema }, ({ ctx }) =>
  readModelSettings(ctx),
)

/** Caps, concurrency, samples, retention. */
export const PATCH = withRoute(
  { permission: 'models.configure', body: editModelSettingsRequestSchema, response: modelSettingsSchema },
  async ({ ctx, body }) => {
    await editModelSettings(ctx, body)
    return readModelSettings(ctx)
  },
)
