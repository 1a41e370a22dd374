import { type NewAuditEvent, recordAuditEvents } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { ConflictError } from '@/lib/platform/http/app-error'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { storeSecret } from '@/lib/platform/secrets/store-secret'
import type { ChannelDraft } from '../domain/channel'
import { testChannelJob } from '../jobs'
import { aboutChannel, channelKeyPurpose, hintOf, normaliseAddress, requireChannel } from './channel-row'

const noKey = { keySecretId: null, keyHint: null, keySetAt: null, keySetBy: null }

/**
 * Replaces what a channel is. Another host clears the stored key unless a new one comes with it, so that no host ever receives the key of another; what it is
 * now is tested. Its kind stays: another kind is another channel.
 */
export async function editChannel(ctx: ServiceContext, channelId: string, input: ChannelDraft): Promise<void> {
  requirePermission(ctx.actor, 'settings.write')
  const { key, kind, ...fields } = input
  await transact(async (tx) => {
    const before = await requireChannel(tx, channelId)
    if (kind !== before.kind) throw new ConflictError('A channel keeps its kind. Add another one.')
    const address = normaliseAddress(fields.address)
    const isMoved = new URL(address).origin !== new URL(before.address).origin
    const isKeyGone = before.keySecretId !== null && (isMoved || key !== undefined)
    const keySecretId = key ? await storeSecret(tx, ctx, channelKeyPurpose(channelId), key) : null
    const after = await tx.noticeChannel.update({
      where: { id: channelId },
      data: {
        ...fields,
        address,
        ...(isKeyGone && noKey),
        ...(key && { keySecretId, keyHint: hintOf(key), keySetAt: ctx.now(), keySetBy: ctx.actor.name }),
        state: 'untested',
        stateDetail: 'A test is under way.',
        stateAt: ctx.now(),
      },
    })
    if (isKeyGone && before.keySecretId) await tx.sealedSecret.deleteMany({ where: { id: before.keySecretId } })
    const about = aboutChannel(after)
    const events: NewAuditEvent[] = [
      {
        action: 'channel.changed',
        ...about,
        detail: {
          before: { name: before.name, address: before.address, settings: before.settings, enabled: before.enabled },
          after: { name: after.name, address: after.address, settings: after.settings, enabled: after.enabled },
        },
      },
    ]
    if (keySecretId) events.push({ action: 'channel.key-set', ...about })
    else if (isKeyGone) events.push({ action: 'channel.key-cleared', ...about, detail: { addressChanged: isMoved } })
    await recordAuditEvents(tx, ctx, events)
    await enqueueJob(tx, testChannelJob, { channelId, correlationId: ctx.correlationId })
  })
}
