import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db/client'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { decideRetraining } from '../domain/incident/decide-retraining'
import { callRetrainingJob } from '../jobs'

/** Of the hook there is one at most. */
export const HOOK_ID = 'hook'

/**
 * Asks for retraining when an incident is beyond the policy of the hook: once an incident, whatever is found later in it, and not within the cool-down after
 * the last. The call is a row with a key of its own in the same transaction, so that no repetition makes a second one.
 */
export async function requestRetraining(tx: Tx, ctx: ServiceContext, incidentId: string): Promise<void> {
  const hook = await tx.retrainingHook.findUnique({ where: { id: HOOK_ID } })
  if (!hook?.enabled) return
  // Incidents of two connections are settled at once, and the cool-down is theirs together.
  await tx.$queryRaw`SELECT id FROM retraining_hook WHERE id = ${HOOK_ID} FOR UPDATE`
  const findings = await tx.incidentFinding.findMany({ where: { incidentId, kind: 'column', clearedAt: null } })
  const past = await tx.retrainingCall.findMany({ orderBy: { createdAt: 'desc' }, take: 100 })
  const own = await tx.retrainingCall.findUnique({ where: { incidentId } })
  const decided = decideRetraining(
    {
      incidentId,
      columns: findings.map(({ schema, table, column, score }) => ({ name: `${schema}.${table}.${column}`, score })),
    },
    { scoreMin: hook.scoreMin, columnsMin: hook.columnsMin, coolDownMs: hook.coolDownMinutes * 60_000 },
    [...past, ...(own === null ? [] : [own])].map((call) => ({
      incidentId: call.incidentId,
      atMs: call.createdAt.getTime(),
      isOpen: false,
    })),
    ctx.now().getTime(),
  )
  if (decided.outcome === 'hold') return
  const { key, why } = decided
  const call = await tx.retrainingCall.create({
    data: { incidentId, key, why, state: 'waiting', createdAt: ctx.now() },
    include: { incident: { select: { number: true } } },
  })
  await enqueueJob(
    tx,
    callRetrainingJob,
    { callId: call.id, correlationId: ctx.correlationId },
    { singletonKey: call.id },
  )
  await recordAuditEvent(tx, ctx, {
    action: 'retraining.requested',
    objectType: 'incident',
    objectId: incidentId,
    objectLabel: `I-${call.incident.number}`,
    detail: { why },
  })
}
