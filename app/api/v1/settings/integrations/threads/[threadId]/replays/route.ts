import { z } from 'zod'
import { integrationsSchema } from '@/lib/control-loop/notify/contract'
import { readIntegrations } from '@/lib/control-loop/notify/services/read-integrations'
import { replayThread } from '@/lib/control-loop/notify/services/replay-thread'
import { withRoute } from '@/lib/platform/http/with-route'

const params = z.object({ threadId: z.uuid() })

/** Sends again what was given up on. */
export const POST = withRoute(
  { permission: 'jobs.replay', params, response: integrationsSchema, status: 202 },
  async ({ ctx, params: { threadId } }) => {
    await replayThread(ctx, threadId)
    return readIntegrations(ctx)
  },
)
