import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { ConflictError, NotFoundError } from '@/lib/platform/http/app-error'
import type { DecideIncidentRequest } from '../contract'

/**
 * A person says they look after an incident, or that it is over, with a reason. A closed one stays closed: what moves again opens another. Refuses to
 * acknowledge what was acknowledged or closed, and to close what is closed.
 */
export async function decideIncident(
  ctx: ServiceContext,
  incidentId: string,
  { decision, reason }: DecideIncidentRequest,
): Promise<{ id: string; number: number }> {
  requirePermission(ctx.actor, 'incidents.write')
  return transact(async (tx) => {
    await tx.$queryRaw`SELECT id FROM incident WHERE id = ${incidentId}::uuid FOR UPDATE`
    const incident = await tx.incident.findUnique({ where: { id: incidentId } })
    if (incident === null) throw new NotFoundError('There is no such incident.')
    if (incident.state === 'closed') throw new ConflictError(`I-${incident.number} was closed by ${incident.closedBy}.`)
    if (decision === 'acknowledge' && incident.state === 'acknowledged')
      throw new ConflictError(`${incident.acknowledgedBy} looks after I-${incident.number} already.`)
    await tx.incident.update({
      where: { id: incidentId },
      data:
        decision === 'acknowledge'
          ? { state: 'acknowledged', acknowledgedAt: ctx.now(), acknowledgedBy: ctx.actor.name }
          : { state: 'closed', closedAt: ctx.now(), closedBy: ctx.actor.name, closedReason: reason },
    })
    await recordAuditEvent(tx, ctx, {
      action: decision === 'acknowledge' ? 'incident.acknowledged' : 'incident.closed',
      objectType: 'incident',
      objectId: incidentId,
      objectLabel: `I-${incident.number}`,
      detail: { reason },
    })
    return { id: incidentId, number: incident.number }
  })
}
