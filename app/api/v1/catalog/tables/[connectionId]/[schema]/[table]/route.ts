import { z } from 'zod'
import { catalogTableSchema } from '@/lib/capabilities/catalog/contract'
import { readCatalogTable } from '@/lib/capabilities/catalog/services/read-catalog-table'
import { withRoute } from '@/lib/platform/http/with-route'

/** One table with what each column holds and who says so. */
export const GET = withRoute(
  {
    permission: 'classes.read',
    params: z.object({ connectionId: z.uuid(), schema: z.string(), table: z.string() }),
    response: catalogTableSchema,
  },
  ({ params }) => readCatalogTable(params),
)
