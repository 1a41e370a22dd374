import { z } from 'zod'
import { connectionProfilesSchema } from '@/lib/capabilities/quality/contract'
import { readConnectionProfiles } from '@/lib/capabilities/quality/services/read-profiles'
import { withRoute } from '@/lib/platform/http/with-route'

/** The latest measurement of each table of a connection. */
export const GET = withRoute(
  {
    permission: 'quality.read',
    params: z.object({ connectionId: z.uuid() }),
    response: connectionProfilesSchema,
  },
  ({ params }) => readConnectionProfiles(params.connectionId),
)
