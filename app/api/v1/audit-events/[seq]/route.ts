import { z } from 'zod'
import { auditEventDetailSchema } from '@/lib/platform/audit/contract'
import { readAuditEvent } from '@/lib/platform/audit/services/read-audit-event'
import { withRoute } from '@/lib/platform/http/with-route'

/** One audit event with its thread. */
export const GET = withRoute(
  {
    permission: 'audit.read',
    params: z.object({ seq: z.coerce.number().int().min(1) }),
    response: auditEventDetailSchema,
  },
  ({ params }) => readAuditEvent(params.seq),
)
