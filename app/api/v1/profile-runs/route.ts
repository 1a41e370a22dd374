import { profilePlannedSchema, profileRunRequestSchema } from '@/lib/capabilities/quality/contract'
import { requestProfile } from '@/lib/capabilities/quality/services/request-profile'
import { withRoute } from '@/lib/platform/http/with-route'

/** Measures a table, or all tables of a connection, now. */
export const POST = withRoute(
  { permission: 'quality.run', body: profileRunRequestSchema, response: profilePlannedSchema, status: 202 },
  ({ ctx, body }) => requestProfile(ctx, body),
)
