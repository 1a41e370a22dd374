import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import { judgeFreshness } from '../domain/history/judge-freshness'
import { judgeConnection } from './judge-connection'
import { settleIncidents } from './settle-incidents'

const arrivalsMax = 400

/**
 * Looks at every measured connection by the clock: whether rows are later than they usually are at this hour, weekday and day of the month, which no sync
 * would tell, and whether a measurement was left unjudged because its baseline moved meanwhile. Paused connections are not late. Worker only.
 */
export async function watchDrift(ctx: ServiceContext & { signal?: AbortSignal }): Promise<void> {
  const connections = await db.connection.findMany({
    where: { profilesTables: true, removedAt: null, externalId: { not: null } },
    select: { id: true, paused: true, schemaName: true },
  })
  for (const { id, paused, schemaName } of connections) {
    if (ctx.signal?.aborted) return
    await judgeConnection(ctx, id)
    if (!paused) await watchFreshness(ctx, id, schemaName)
  }
}

async function watchFreshness(ctx: ServiceContext, connectionId: string, schemaName: string): Promise<void> {
  const syncs = await db.sync.findMany({
    where: { connectionId, endedAt: { not: null }, status: 'successful' },
    orderBy: { endedAt: 'desc' },
    take: arrivalsMax,
    select: { endedAt: true },
  })
  const arrivals = syncs.flatMap(({ endedAt }) => (endedAt === null ? [] : [endedAt.getTime()]))
  const now = ctx.now()
  const { verdict, why } = judgeFreshness(arrivals, now.getTime())
  const says = { anomaly: 'moved', usual: 'quiet', 'cannot-tell': 'cannot-tell' } as const
  await transact(async (tx) => {
    await tx.$queryRaw`SELECT id FROM connection WHERE id = ${connectionId}::uuid FOR UPDATE`
    await settleIncidents(tx, ctx, connectionId, [
      {
        kind: 'freshness',
        schema: schemaName,
        table: '',
        column: '',
        says: says[verdict],
        score: 1,
        why,
        at: now,
        syncedAt: null,
        driftRunId: null,
      },
    ])
  })
}
