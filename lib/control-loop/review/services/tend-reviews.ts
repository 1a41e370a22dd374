import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import { awake } from './snooze-proposal'

/** Looked at in one sweep: what does not fit comes with the next. */
const perSweepMax = 500

/**
 * Brings back what was set aside and has waited for long enough, and asks the admins about what nobody decided in time. It decides nothing. Safe to run
 * any number of times: each row is looked at again under its lock.
 */
export async function tendReviews(ctx: ServiceContext): Promise<void> {
  await wakeDue(ctx)
  await escalateOverdue(ctx)
}

async function wakeDue(ctx: ServiceContext): Promise<void> {
  const now = ctx.now()
  const due = await db.$queryRaw<{ id: string; why: string }[]>`
    SELECT * FROM (
      SELECT p.id, CASE
        WHEN p.state <> 'in-review' THEN 'it is decided or moved'
        WHEN p.snooze_wake = 'time' AND p.snoozed_until <= ${now} THEN 'the time came'
        WHEN p.snooze_wake = 'sync' AND (c.succeeded_at > p.snoozed_at OR c.failed_at > p.snoozed_at OR EXISTS (
          SELECT FROM sync s WHERE s.connection_id = p.connection_id AND s.ended_at > p.snoozed_at)) THEN 'a sync ended'
        WHEN p.snooze_wake = 'change' AND EXISTS (
          SELECT FROM proposal_revision r WHERE r.proposal_id = p.id AND r.created_at > p.snoozed_at) THEN 'it was revised'
        WHEN p.snooze_wake = 'change' AND EXISTS (
          SELECT FROM proposal_comment m WHERE m.proposal_id = p.id AND m.created_at > p.snoozed_at) THEN 'somebody commented'
        WHEN p.snooze_wake = 'change' AND EXISTS (
          SELECT FROM change h WHERE h.connection_id = p.connection_id AND h.detected_at > p.snoozed_at
            AND h.schema IS NOT DISTINCT FROM coalesce(p.schema, h.schema) AND h."table" IS NOT DISTINCT FROM coalesce(p."table", h."table"))
          THEN 'the source changed'
        END AS why
      FROM proposal p JOIN connection c ON c.id = p.connection_id
      WHERE p.snooze_wake IS NOT NULL) found
    WHERE why IS NOT NULL LIMIT ${perSweepMax}`
  for (const { id, why } of due) {
    await transact(async (tx) => {
      await tx.$queryRaw`SELECT id FROM proposal WHERE id = ${id}::uuid FOR UPDATE`
      const proposal = await tx.proposal.findUnique({ where: { id } })
      if (!proposal || proposal.snoozeWake === null) return
      await tx.proposal.update({ where: { id }, data: awake })
      await recordAuditEvent(
        tx,
        { ...ctx, correlationId: proposal.correlationId },
        {
          action: 'proposal.woken',
          objectType: 'proposal',
          objectId: id,
          objectLabel: `P-${proposal.number}`,
          detail: { why },
        },
      )
    })
  }
}

async function escalateOverdue(ctx: ServiceContext): Promise<void> {
  const now = ctx.now()
  // A new revision has a time of its own.
  await db.proposal.updateMany({
    where: { escalatedAt: { not: null }, dueAt: { gt: now } },
    data: { escalatedAt: null },
  })
  const overdue = await db.proposal.findMany({
    where: { state: 'in_review', dueAt: { lte: now }, escalatedAt: null },
    select: { id: true },
    orderBy: { dueAt: 'asc' },
    take: perSweepMax,
  })
  for (const { id } of overdue) {
    await transact(async (tx) => {
      await tx.$queryRaw`SELECT id FROM proposal WHERE id = ${id}::uuid FOR UPDATE`
      const proposal = await tx.proposal.findUnique({ where: { id } })
      const isOverdue = proposal?.state === 'in_review' && proposal.dueAt !== null && proposal.dueAt <= now
      if (!isOverdue || proposal.escalatedAt !== null) return
      await tx.proposal.update({ where: { id }, data: { escalatedAt: now, ...awake } })
      await recordAuditEvent(
        tx,
        { ...ctx, correlationId: proposal.correlationId },
        {
          action: 'proposal.escalated',
          objectType: 'proposal',
          objectId: id,
          objectLabel: `P-${proposal.number}`,
          detail: { dueAt: proposal.dueAt?.toISOString(), risk: proposal.risk },
        },
      )
    })
  }
}
