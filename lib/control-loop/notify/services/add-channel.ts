import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { InvalidInputError } from '@/lib/platform/http/app-error'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { storeSecret } from '@/lib/platform/secrets/store-secret'
import type { ChannelDraft } from '../domain/channel'
import { testChannelJob } from '../jobs'
import { aboutChannel, channelKeyPurpose, hintOf, normaliseAddress } from './channel-row'

/** Adds somebody to tell, seals the key and asks the worker for a test. Refuses one without a key. */
export async function addChannel(ctx: ServiceContext, input: ChannelDraft): Promise<{ channelId: string }> {
  requirePermission(ctx.actor, 'settings.write')
  const { key, address, ...fields } = input
  if (!key) throw new InvalidInputError('A channel needs its key.', [{ path: 'key', message: 'Give the key.' }])
  return transact(async (tx) => {
    const channel = await tx.noticeChannel.create({
      data: {
        ...fields,
        address: normaliseAddress(address),
        keyHint: hintOf(key),
        keySetAt: ctx.now(),
        keySetBy: ctx.actor.name,
        stateDetail: 'A test is under way.',
        stateAt: ctx.now(),
      },
    })
    const keySecretId = await storeSecret(tx, ctx, channelKeyPurpose(channel.id), key)
    await tx.noticeChannel.update({ where: { id: channel.id }, data: { keySecretId } })
    await recordAuditEvent(tx, ctx, {
      action: 'channel.added',
      ...aboutChannel(channel),
      detail: { kind: channel.kind, address: channel.address },
    })
    await enqueueJob(tx, testChannelJob, { channelId: channel.id, correlationId: ctx.correlationId })
    return { channelId: channel.id }
  })
}
