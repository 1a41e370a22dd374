import type { z } from 'zod'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import type { integrationsSchema, ThreadView } from '../contract'

const THREADS_SHOWN = 50

/** Who is told, how they stand, and what is on its way to them. Keys are never given out. */
export async function readIntegrations(ctx: ServiceContext): Promise<z.input<typeof integrationsSchema>> {
  requirePermission(ctx.actor, 'settings.read')
  const [channels, threads, counts] = await Promise.all([
    db.noticeChannel.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
    db.noticeThread.findMany({
      orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
      take: THREADS_SHOWN,
      include: {
        channel: { select: { name: true } },
        causes: { orderBy: { at: 'desc' }, take: 1, include: { proposal: { select: { id: true, number: true } } } },
        attempts: { orderBy: { at: 'desc' }, take: 1 },
        _count: { select: { causes: true, attempts: true } },
      },
    }),
    db.$queryRaw<{ channelId: string; waiting: number; dead: number }[]>`
      SELECT channel_id::text AS "channelId", count(*) FILTER (WHERE dead_at IS NULL AND wanted > sent)::int AS waiting,
        count(*) FILTER (WHERE dead_at IS NOT NULL)::int AS dead
      FROM notice_thread WHERE ended_at IS NULL GROUP BY channel_id`,
  ])
  return {
    channels: channels.map((channel) => ({
      id: channel.id,
      kind: channel.kind as ChannelKindText,
      name: channel.name,
      address: channel.address,
      settings: channel.settings as Record<string, string>,
      keyHint: channel.keyHint,
      keySetAt: channel.keySetAt?.toISOString() ?? null,
      enabled: channel.enabled,
      state: channel.state,
      stateDetail: channel.stateDetail,
      stateAt: channel.stateAt?.toISOString() ?? null,
      waiting: counts.find(({ channelId }) => channelId === channel.id)?.waiting ?? 0,
      dead: counts.find(({ channelId }) => channelId === channel.id)?.dead ?? 0,
    })),
    threads: threads.map((thread): ThreadView => {
      const [try_] = thread.attempts
      return {
        id: thread.id,
        channelName: thread.channel.name,
        proposal: thread.causes[0]?.proposal ?? null,
        causes: thread._count.causes,
        state: stateOf(thread),
        openedAt: thread.openedAt.toISOString(),
        retryAt: thread.retryAt?.toISOString() ?? null,
        problem: thread.problem,
        reference: thread.reference,
        link: thread.link,
        lastTry: try_ ? { at: try_.at.toISOString(), outcome: try_.outcome } : null,
        tries: thread._count.attempts,
      }
    }),
  }
}

type ChannelKindText = z.input<typeof integrationsSchema>['channels'][number]['kind']

function stateOf(thread: {
  endedAt: Date | null
  deadAt: Date | null
  wanted: number
  sent: number
}): ThreadView['state'] {
  if (thread.endedAt) return 'over'
  if (thread.deadAt) return 'dead'
  return thread.wanted > thread.sent ? 'waiting' : 'told'
}
