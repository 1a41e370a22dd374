import { randomUUID } from 'node:crypto'
import type { Proposal } from '@/generated/prisma/client'
import { actionSchema } from '@/lib/control-loop/proposal/domain/action'
import { describeActions } from '@/lib/control-loop/proposal/domain/describe-actions'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db/client'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { channelKinds, ticketKinds } from '../domain/channel'
import { keyOfMatter } from '../domain/key-of-matter'
import { sendNoticesJob } from '../jobs'

const kindsOf = {
  ticket: ticketKinds,
  message: channelKinds.filter((kind) => !ticketKinds.includes(kind)),
}

/**
 * Opens a thread about a proposal at every receiver of the kind, in the transaction in which the proposal is written. The same wish again joins the thread
 * that is not over instead. With nobody to tell, nothing is written.
 */
export async function openThreads(
  tx: Tx,
  ctx: ServiceContext,
  cause: Proposal,
  to: 'ticket' | 'message',
): Promise<void> {
  const channels = await tx.noticeChannel.findMany({ where: { enabled: true, kind: { in: [...kindsOf[to]] } } })
  if (channels.length === 0) return
  const revision = await tx.proposalRevision.findUniqueOrThrow({
    where: { proposalId_revision: { proposalId: cause.id, revision: cause.revision } },
  })
  const fallback = [cause.schema, cause.table, cause.column].filter((part) => part !== null).join('.')
  const { verb, path } = describeActions(actionSchema.array().parse(revision.actions), fallback)
  const key = keyOfMatter(cause.connectionId, verb, path)
  for (const channel of channels) {
    // A matter that comes back is also a reason to try again what was given up on.
    const [thread] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO notice_thread (id, channel_id, key, opened_at) VALUES (${randomUUID()}::uuid, ${channel.id}::uuid, ${key}, ${ctx.now()})
      ON CONFLICT (channel_id, key) WHERE ended_at IS NULL DO UPDATE
        SET wanted = notice_thread.wanted + 1,
            failures = CASE WHEN notice_thread.dead_at IS NULL THEN notice_thread.failures ELSE 0 END,
            retry_at = CASE WHEN notice_thread.dead_at IS NULL THEN notice_thread.retry_at END,
            dead_at = NULL
      RETURNING id::text`
    if (!thread) throw new Error('A thread was neither made nor found.')
    await tx.noticeCause.create({ data: { threadId: thread.id, proposalId: cause.id, at: ctx.now() } })
  }
  await recordAuditEvent(
    tx,
    { ...ctx, correlationId: cause.correlationId },
    {
      action: 'notice.queued',
      objectType: 'proposal',
      objectId: cause.id,
      objectLabel: `P-${cause.number}`,
      detail: { to, channels: channels.map(({ name }) => name) },
    },
  )
  await enqueueJob(tx, sendNoticesJob, {}, { singletonKey: 'send' })
}
