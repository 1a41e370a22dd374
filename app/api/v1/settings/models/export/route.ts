import { modelSettingsSchema, saveExportRequestSchema } from '@/lib/capabilities/model/contract'
import { readModelSettings } from '@/lib/capabilities/model/services/read-model-settings'
import { saveExport } from '@/lib/capabilities/model/services/save-export'
import { withRoute } from '@/lib/platform/http/with-route'

/** Where spans of calls are sent. */
export const PUT = withRoute(
  { permission: 'models.configure', body: saveExportRequestSchema, response: modelSettingsSchema },
  async ({ ctx, body }) => {
    await saveExport(ctx, body)
    return readModelSettings(ctx)
  },
)
