import { z } from 'zod'
import { modelSettingsSchema, savePricesRequestSchema } from '@/lib/capabilities/model/contract'
import { readModelSettings } from '@/lib/capabilities/model/services/read-model-settings'
import { savePrices } from '@/lib/capabilities/model/services/save-prices'
import { withRoute } from '@/lib/platform/http/with-route'

/** Replaces a provider's price table. */
export const PUT = withRoute(
  {
    permission: 'models.configure',
    params: z.object({ providerId: z.uuid() }),
    body: savePricesRequestSchema,
    response: modelSettingsSchema,
  },
  async ({ ctx, params, body }) => {
    await savePrices(ctx, params.providerId, body.prices)
    return readModelSettings(ctx)
  },
)
