import { z } from 'zod'
import { profilingSwitchSchema } from '@/lib/capabilities/quality/contract'
import { switchProfiling } from '@/lib/capabilities/quality/services/switch-profiling'
import { withRoute } from '@/lib/platform/http/with-route'

/** Whether the tables of a connection are measured after each sync. */
export const PUT = withRoute(
  {
    permission: 'quality.configure',
    params: z.object({ connectionId: z.uuid() }),
    body: profilingSwitchSchema,
    response: profilingSwitchSchema,
  },
  ({ ctx, params, body }) => switchProfiling(ctx, params.connectionId, body.profilesTables),
)
