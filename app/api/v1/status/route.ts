import { statusSchema } from '@/lib/control-loop/overview/contract'
import { readStatus } from '@/lib/control-loop/overview/services/read-status'
import { webEnv } from '@/lib/platform/config/env'
import { withRoute } from '@/lib/platform/http/with-route'

/** The console's status line. */
export const GET = withRoute({ permission: 'connections.read', response: statusSchema }, ({ ctx }) =>
  readStatus(ctx, webEnv().SANDBOX_URL),
)
