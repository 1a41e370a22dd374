import type { AccountState, NoticeChannel } from '@/generated/prisma/client'
import type { ReceiverOutcome } from '@/lib/integrations/messages/port'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import { SealError } from '@/lib/platform/secrets/seal-keys'
import { aboutChannel } from './channel-row'
import { openReceiver } from './open-receiver'

/** How a channel stands after what its receiver said. */
export const stateOfOutcome: Record<ReceiverOutcome['outcome'], AccountState> = {
  taken: 'connected',
  'credentials-refused': 'refused',
  'address-refused': 'refused',
  refused: 'refused',
  gone: 'refused',
  unreachable: 'unreachable',
}

/** Tries a channel and writes down what it said. One that was removed meanwhile is left alone. */
export async function testChannel(ctx: ServiceContext, channelId: string): Promise<void> {
  const channel = await db.noticeChannel.findUnique({ where: { id: channelId } })
  if (!channel) return
  const said = await tryReceiver(channel, ctx.now)
  await transact(async (tx) => {
    const { count } = await tx.noticeChannel.updateMany({
      // Another address or key was set meanwhile: what this one said is of no interest.
      where: { id: channelId, address: channel.address, keySecretId: channel.keySecretId },
      data: { state: stateOfOutcome[said.outcome], stateDetail: said.reason, stateAt: ctx.now() },
    })
    if (count === 0) return
    await recordAuditEvent(tx, ctx, {
      action: 'channel.tested',
      ...aboutChannel(channel),
      detail: { outcome: said.outcome },
    })
  })
}

async function tryReceiver(channel: NoticeChannel, now: () => Date): Promise<ReceiverOutcome> {
  try {
    const receiver = await openReceiver(channel, now)
    if (!receiver) return { outcome: 'credentials-refused', reason: 'There is no key. Set it again.' }
    try {
      return await receiver.test()
    } finally {
      await receiver.close()
    }
  } catch (error) {
    if (error instanceof SealError) return { outcome: 'credentials-refused', reason: error.message }
    throw error
  }
}
