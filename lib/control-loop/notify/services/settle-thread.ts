import type { NoticeChannel, NoticeThread } from '@/generated/prisma/client'
import type { DeliverOutcome } from '@/lib/integrations/messages/port'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { type Tx, transact } from '@/lib/platform/db/client'
import { retryDelay } from '../domain/retry-delay'
import { aboutChannel } from './channel-row'
import { stateOfOutcome } from './test-channel'

export interface Delivered {
  outcome: DeliverOutcome
  /** True when what was told is that the matter is over. */
  isCleared: boolean
  tookMs: number
  /** False when no call was made: the receiver did not answer another thread just before. */
  isTried: boolean
}

/** Writes down how a delivery ended: told, tried again later, or given up on until a person sends it again. */
export async function settleThread(
  ctx: ServiceContext,
  channel: NoticeChannel,
  thread: NoticeThread,
  delivered: Delivered,
): Promise<void> {
  const { outcome } = delivered
  await transact(async (tx) => {
    if (delivered.isTried) {
      await tx.noticeAttempt.create({
        data: {
          threadId: thread.id,
          version: thread.wanted,
          at: ctx.now(),
          outcome: outcome.outcome,
          detail: 'reason' in outcome ? outcome.reason : null,
          tookMs: delivered.tookMs,
        },
      })
      await noteState(tx, ctx, channel, outcome)
    }
    if (outcome.outcome === 'delivered') return told(tx, ctx, channel, thread, delivered)
    const failures = thread.failures + 1
    const asked = outcome.outcome === 'unreachable' ? outcome.retryAfterSeconds : undefined
    const delay = outcome.outcome === 'unreachable' ? retryDelay(failures, Math.random(), asked) : null
    await tx.noticeThread.updateMany({
      where: { id: thread.id },
      data: {
        failures,
        failingSince: thread.failingSince ?? ctx.now(),
        problem: outcome.reason,
        leaseUntil: null,
        ...(delay === null
          ? { deadAt: ctx.now(), retryAt: null }
          : { retryAt: new Date(ctx.now().getTime() + delay * 1000) }),
      },
    })
    if (delay !== null) return
    await recordAuditEvent(tx, ctx, {
      action: 'notice.failed',
      ...aboutChannel(channel),
      detail: { threadId: thread.id, problem: outcome.reason },
    })
  })
}

async function told(
  tx: Tx,
  ctx: ServiceContext,
  channel: NoticeChannel,
  thread: NoticeThread,
  { outcome, isCleared }: Delivered,
): Promise<void> {
  if (outcome.outcome !== 'delivered') return
  const { reference, link } = outcome
  // Over only if nothing came in while the recovery was being told.
  await tx.$executeRaw`
    UPDATE notice_thread SET sent = ${thread.wanted}, reference = ${reference}, link = ${link}, failures = 0, failing_since = NULL, retry_at = NULL,
      problem = NULL, lease_until = NULL, ended_at = CASE WHEN ${isCleared} AND wanted = ${thread.wanted} THEN ${ctx.now()}::timestamptz END
    WHERE id = ${thread.id}::uuid`
  await recordAuditEvent(tx, ctx, {
    action: isCleared ? 'notice.cleared' : 'notice.sent',
    ...aboutChannel(channel),
    detail: { threadId: thread.id, version: thread.wanted, reference },
  })
}

async function noteState(tx: Tx, ctx: ServiceContext, channel: NoticeChannel, outcome: DeliverOutcome): Promise<void> {
  const state = outcome.outcome === 'delivered' ? 'connected' : stateOfOutcome[outcome.outcome]
  const stateDetail = 'reason' in outcome ? outcome.reason : 'It takes what is sent.'
  await tx.noticeChannel.updateMany({
    where: { id: channel.id, address: channel.address, keySecretId: channel.keySecretId },
    data: { state, stateDetail, stateAt: ctx.now(), ...(outcome.outcome === 'gone' && { enabled: false }) },
  })
}
