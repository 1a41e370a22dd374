import type { AuditEvent } from '@/generated/prisma/client'
import { auditVerb } from './audit-actions'
import type { AuditEventView } from './contract'

/** A stored event as the API shows it. */
export function toAuditEventView(row: AuditEvent): AuditEventView {
  return {
    seq: Number(row.seq),
    at: row.at.toISOString(),
    actor: { kind: row.actorKind === 'user' ? 'user' : 'system', id: row.actorId, name: row.actorName },
    action: row.action,
    verb: auditVerb(row.action),
    object: { type: row.objectType, id: row.objectId, label: row.objectLabel },
    channel: row.channel,
    correlationId: row.correlationId,
  }
}
