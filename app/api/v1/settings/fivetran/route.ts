import { editFivetranSettingsRequestSchema, fivetranSettingsSchema } from '@/lib/control-loop/connection/contract'
import { editFivetranSettings } from '@/lib/control-loop/connection/services/edit-fivetran-settings'
import { readFivetranSettings } from '@/lib/control-loop/connection/services/read-fivetran-settings'
import { webEnv } from '@/lib/platform/config/env'
import { withRoute } from '@/lib/platform/http/with-route'

/** The account's settings, without any secret. */
export const GET = withRoute({ permission: 'settings.read', response: fivetranSettingsSchema }, ({ ctx }) =>
  readFivetranSettings(ctx, webEnv().APP_ORIGIN),
)

/** How often the account is read. */
export const PATCH = withRoute(
  { permission: 'settings.write', body: editFivetranSettingsRequestSchema, response: fivetranSettingsSchema },
  async ({ ctx, body }) => {
    await editFivetranSettings(ctx, body)
    return readFivetranSettings(ctx, webEnv().APP_ORIGIN)
  },
)
