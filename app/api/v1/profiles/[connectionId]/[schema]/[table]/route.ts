import { z } from 'zod'
import { tableProfileViewSchema } from '@/lib/capabilities/quality/contract'
import { readTableProfile } from '@/lib/capabilities/quality/services/read-profiles'
import { withRoute } from '@/lib/platform/http/with-route'

/** What was measured of one table, now and before. */
export const GET = withRoute(
  {
    permission: 'quality.read',
    params: z.object({ connectionId: z.uuid(), schema: z.string(), table: z.string() }),
    response: tableProfileViewSchema,
  },
  ({ params }) => readTableProfile(params),
)
