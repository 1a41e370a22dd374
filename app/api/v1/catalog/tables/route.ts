import { catalogListQuerySchema, catalogListSchema } from '@/lib/capabilities/catalog/contract'
import { listCatalogTables } from '@/lib/capabilities/catalog/services/list-catalog-tables'
import { withRoute } from '@/lib/platform/http/with-route'

/** Tables of all connections with what their columns hold, worst first. */
export const GET = withRoute(
  { permission: 'classes.read', query: catalogListQuerySchema, response: catalogListSchema },
  ({ query }) => listCatalogTables(query),
)
