import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { testChannelJob } from '../jobs'
import { aboutChannel, requireChannel } from './channel-row'

/** Asks the worker to try a channel as it is stored. */
export async function requestChannelTest(ctx: ServiceContext, channelId: string): Promise<void> {
  requirePermission(ctx.actor, 'settings.write')
  await transact(async (tx) => {
    const channel = await requireChannel(tx, channelId)
    await tx.noticeChannel.update({
      where: { id: channelId },
      data: { state: 'untested', stateDetail: 'A test is under way.', stateAt: ctx.now() },
    })
    await recordAuditEvent(tx, ctx, { action: 'channel.test-requested', ...aboutChannel(channel) })
    await enqueueJob(tx, testChannelJob, { channelId, correlationId: ctx.correlationId })
  })
}
