import { auditVerificationSchema } from '@/lib/platform/audit/contract'
import { verifyAuditChain } from '@/lib/platform/audit/services/verify-audit-chain'
import { withRoute } from '@/lib/platform/http/with-route'

/** Recomputes the chain from its first event: whole, or broken at which one. */
export const GET = withRoute({ permission: 'audit.read', response: auditVerificationSchema }, () => verifyAuditChain())
