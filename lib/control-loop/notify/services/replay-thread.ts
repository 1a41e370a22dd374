import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { ConflictError, NotFoundError } from '@/lib/platform/http/app-error'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { sendNoticesJob } from '../jobs'
import { aboutChannel } from './channel-row'

/** Sends again what was given up on, as it stands now. */
export async function replayThread(ctx: ServiceContext, threadId: string): Promise<void> {
  requirePermission(ctx.actor, 'jobs.replay')
  await transact(async (tx) => {
    const thread = await tx.noticeThread.findUnique({ where: { id: threadId }, include: { channel: true } })
    if (!thread) throw new NotFoundError('There is no such notice.')
    if (!thread.deadAt) throw new ConflictError('This notice was not given up on: it goes its way by itself.')
    await tx.noticeThread.update({ where: { id: threadId }, data: { deadAt: null, failures: 0, retryAt: null } })
    await recordAuditEvent(tx, ctx, {
      action: 'notice.replayed',
      ...aboutChannel(thread.channel),
      detail: { threadId },
    })
    await enqueueJob(tx, sendNoticesJob, {}, { singletonKey: 'send' })
  })
}
