import { z } from 'zod'
import { checkFileQuerySchema, checkFileSchema } from '@/lib/capabilities/quality/contract'
import { exportTableChecks } from '@/lib/capabilities/quality/services/export-table-checks'
import { withRoute } from '@/lib/platform/http/with-route'

/** The checks in force of a table as a file for dbt, Great Expectations, Soda or as a data contract. */
export const GET = withRoute(
  {
    permission: 'quality.read',
    params: z.object({ connectionId: z.uuid(), schema: z.string(), table: z.string() }),
    query: checkFileQuerySchema,
    response: checkFileSchema,
  },
  ({ params, query }) => exportTableChecks(params, query.format),
)
