import { auditPageSchema, auditQuerySchema } from '@/lib/platform/audit/contract'
import { listAuditEvents } from '@/lib/platform/audit/services/list-audit-events'
import { withRoute } from '@/lib/platform/http/with-route'

/** The audit log, latest first. */
export const GET = withRoute(
  { permission: 'audit.read', query: auditQuerySchema, response: auditPageSchema },
  ({ query }) => listAuditEvents(query),
)
