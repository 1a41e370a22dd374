import { modelSettingsSchema, saveTaskSettingRequestSchema, taskParamsSchema } from '@/lib/capabilities/model/contract'
import { readModelSettings } from '@/lib/capabilities/model/services/read-model-settings'
import { saveTaskSetting } from '@/lib/capabilities/model/services/save-route'
import { withRoute } from '@/lib/platform/http/with-route'

/** One task: on or off, its caps, which models answer. */
export const PUT = withRoute(
  {
    permission: 'models.configure',
    params: taskParamsSchema,
    body: saveTaskSettingRequestSchema,
    response: modelSettingsSchema,
  },
  async ({ ctx, params, body }) => {
    await saveTaskSetting(ctx, params.task, body)
    return readModelSettings(ctx)
  },
)
