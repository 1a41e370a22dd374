import { incidentListQuerySchema, incidentListSchema } from '@/lib/capabilities/drift/contract'
import { listIncidents } from '@/lib/capabilities/drift/services/list-incidents'
import { withRoute } from '@/lib/platform/http/with-route'

/** Incidents, open or closed. */
export const GET = withRoute(
  { permission: 'drift.read', query: incidentListQuerySchema, response: incidentListSchema },
  ({ query }) => listIncidents(query),
)
