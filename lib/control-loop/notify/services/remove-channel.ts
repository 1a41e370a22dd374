import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { aboutChannel, requireChannel } from './channel-row'

/** Removes a channel with its key and all threads it has. What the receiver was told stays there. */
export async function removeChannel(ctx: ServiceContext, channelId: string): Promise<void> {
  requirePermission(ctx.actor, 'settings.write')
  await transact(async (tx) => {
    const channel = await requireChannel(tx, channelId)
    await tx.noticeChannel.delete({ where: { id: channelId } })
    if (channel.keySecretId) await tx.sealedSecret.deleteMany({ where: { id: channel.keySecretId } })
    await recordAuditEvent(tx, ctx, {
      action: 'channel.removed',
      ...aboutChannel(channel),
      detail: { kind: channel.kind, address: channel.address },
    })
  })
}
