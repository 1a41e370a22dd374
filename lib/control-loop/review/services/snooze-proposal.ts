import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { ConflictError } from '@/lib/platform/http/app-error'
import type { SnoozeRequest } from '../contract'
import { lockInReview } from './lock-in-review'

const DAYS_MAX = 30
export const awake = { snoozeWake: null, snoozedUntil: null, snoozedAt: null, snoozedBy: null }

/**
 * Sets a proposal aside until a time, the end of the connection's next sync, or until something changes about it. It leaves the queues and nothing else:
 * its time keeps running, and when that is over it comes back and admins are asked.
 */
export async function snoozeProposal(
  ctx: ServiceContext,
  input: SnoozeRequest & { proposalId: string },
): Promise<{ sentence: string }> {
  requirePermission(ctx.actor, 'reviews.write')
  const until = input.until === null ? null : new Date(input.until)
  const longest = ctx.now().getTime() + DAYS_MAX * 86_400_000
  if (until && (until <= ctx.now() || until.getTime() > longest)) {
    throw new ConflictError(`Choose a time from now to ${DAYS_MAX} days ahead.`, {}, 'bad-time')
  }
  return transact(async (tx) => {
    const proposal = await lockInReview(tx, input.proposalId)
    if (proposal.dueAt && proposal.dueAt <= ctx.now()) {
      throw new ConflictError('Its time is over: it is decided or handed over, not set aside.', {}, 'overdue')
    }
    await tx.proposal.update({
      where: { id: proposal.id },
      data: { snoozeWake: input.wake, snoozedUntil: until, snoozedAt: ctx.now(), snoozedBy: ctx.actor.name },
    })
    await recordAuditEvent(
      tx,
      { ...ctx, correlationId: proposal.correlationId },
      {
        action: 'proposal.snoozed',
        objectType: 'proposal',
        objectId: proposal.id,
        objectLabel: `P-${proposal.number}`,
        detail: { wake: input.wake, until: input.until, dueAt: proposal.dueAt?.toISOString() ?? null },
      },
    )
    return { sentence: 'Set aside. Its time keeps running.' }
  })
}

/** Brings a proposal back that was set aside; one that was not stays as it is. */
export async function wakeProposal(ctx: ServiceContext, proposalId: string): Promise<{ sentence: string }> {
  requirePermission(ctx.actor, 'reviews.write')
  return transact(async (tx) => {
    const proposal = await lockInReview(tx, proposalId)
    if (proposal.snoozeWake !== null) {
      await tx.proposal.update({ where: { id: proposal.id }, data: awake })
      await recordAuditEvent(
        tx,
        { ...ctx, correlationId: proposal.correlationId },
        {
          action: 'proposal.woken',
          objectType: 'proposal',
          objectId: proposal.id,
          objectLabel: `P-${proposal.number}`,
          detail: { why: 'asked for' },
        },
      )
    }
    return { sentence: 'Back in the queue.' }
  })
}
