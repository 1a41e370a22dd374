import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db/client'

/** Closes an incident none of whose findings stands any more. Answers whether it is closed now. */
export async function closeIfCleared(tx: Tx, ctx: ServiceContext, incidentId: string): Promise<boolean> {
  const incident = await tx.incident.findUniqueOrThrow({
    where: { id: incidentId },
    include: { findings: { where: { clearedAt: null }, select: { id: true }, take: 1 } },
  })
  if (incident.state === 'closed') return true
  if (incident.findings.length > 0) return false
  await tx.incident.update({
    where: { id: incidentId },
    data: { state: 'closed', closedAt: ctx.now(), closedBy: 'Headgate', closedReason: 'Every finding cleared.' },
  })
  await recordAuditEvent(tx, ctx, {
    action: 'incident.closed',
    objectType: 'incident',
    objectId: incidentId,
    objectLabel: `I-${incident.number}`,
    detail: { reason: 'cleared' },
  })
  return true
}
