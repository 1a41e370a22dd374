import { z } from 'zod'
import { tableChecksSchema } from '@/lib/capabilities/quality/contract'
import { readTableChecks } from '@/lib/capabilities/quality/services/read-table-checks'
import { withRoute } from '@/lib/platform/http/with-route'

/** What a table is held to, what waits for a decision, and what its measurements suggest. */
export const GET = withRoute(
  {
    permission: 'quality.read',
    params: z.object({ connectionId: z.uuid(), schema: z.string(), table: z.string() }),
    response: tableChecksSchema,
  },
  ({ params }) => readTableChecks(params),
)
