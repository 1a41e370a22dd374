import { profileCancelledSchema, profileRunRequestSchema } from '@/lib/capabilities/quality/contract'
import { cancelProfiles } from '@/lib/capabilities/quality/services/cancel-profiles'
import { withRoute } from '@/lib/platform/http/with-route'

/** Takes back measurements that wait or run. */
export const POST = withRoute(
  { permission: 'quality.run', body: profileRunRequestSchema, response: profileCancelledSchema, status: 202 },
  ({ ctx, body }) => cancelProfiles(ctx, body),
)
