import type { NoticeChannel } from '@/generated/prisma/client'
import type { Db, Tx } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'

const HINT_FROM_LENGTH = 12

/** A channel; refuses in words when it is gone. */
export async function requireChannel(tx: Tx | Db, channelId: string): Promise<NoticeChannel> {
  const channel = await tx.noticeChannel.findUnique({ where: { id: channelId } })
  if (!channel) throw new NotFoundError('There is no such channel. It may have been removed.')
  return channel
}

/** What the key of a channel is sealed for, so that it opens for no other. */
export function channelKeyPurpose(channelId: string): string {
  return `notice-channel:${channelId}:key`
}

/** An address in the one form it is stored and compared in. */
export function normaliseAddress(address: string): string {
  return new URL(address).href.replace(/\/+$/, '')
}

/** The first characters of a key, for people to recognise it; of a short one nothing. */
export function hintOf(key: string): string {
  const told = key.replace(/^whsec_/, '')
  return told.length >= HINT_FROM_LENGTH ? `${key.slice(0, key.length - told.length + 4)}…` : '…'
}

/** What a channel is to the audit. */
export function aboutChannel({ id, name }: Pick<NoticeChannel, 'id' | 'name'>) {
  return { objectType: 'notice-channel', objectId: id, objectLabel: name } as const
}
