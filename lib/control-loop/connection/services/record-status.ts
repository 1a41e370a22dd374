import type { Connection, Prisma } from '@/generated/prisma/client'
import type { ObservedConnection } from '@/lib/integrations/fivetran/port'
import type { ServiceContext } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db/client'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { resumeAt } from '../domain/resume-at'
import { resumeSyncJob } from '../jobs'
import { recordSyncEnd } from './record-sync'

/** What one reading of a connection writes on its row. */
export function statusOf(observed: ObservedConnection) {
  return {
    service: observed.service,
    schemaName: observed.schemaName,
    paused: observed.paused,
    syncFrequencyMinutes: observed.syncFrequencyMinutes,
    scheduleKind: observed.scheduleKind,
    setupState: observed.setupState,
    syncState: observed.syncState,
    isDelayed: observed.isDelayed,
    isHistoricalSync: observed.isHistoricalSync,
    succeededAt: observed.succeededAt,
    failedAt: observed.failedAt,
    rescheduledFor: observed.rescheduledFor,
    tasks: observed.tasks.map(({ code, message }) => ({ code, message })) satisfies Prisma.InputJsonValue,
    warnings: observed.warnings.map(({ code, message }) => ({ code, message })) satisfies Prisma.InputJsonValue,
  }
}

type Ends = Pick<Connection, 'succeededAt' | 'failedAt'>

/**
 * Brings a row up to a fresh reading: its status, the ends of syncs that no delivery told, and the sync that waits for us to start it.
 * Ends never move back: of two readings the slower one may be the older.
 */
export async function recordStatus(
  tx: Tx,
  ctx: ServiceContext,
  before: Ends & { id: string },
  observed: ObservedConnection,
): Promise<{ ended: boolean }> {
  const succeededAt = later(before.succeededAt, observed.succeededAt)
  const failedAt = later(before.failedAt, observed.failedAt)
  await tx.connection.update({ where: { id: before.id }, data: { ...statusOf(observed), succeededAt, failedAt } })
  return { ended: await recordEnds(tx, ctx, before, observed) }
}

/** The part of a reading that is history: ends after those known, and a sync to start later. True when there was an end. */
export async function recordEnds(
  tx: Tx,
  ctx: ServiceContext,
  { id, ...before }: Ends & { id: string },
  observed: ObservedConnection,
): Promise<boolean> {
  const ends = [
    { endedAt: observed.succeededAt, known: before.succeededAt, status: 'successful' as const },
    { endedAt: observed.failedAt, known: before.failedAt, status: 'failed' as const },
  ]
  let ended = false
  for (const { endedAt, known, status } of ends) {
    if (!endedAt || (known && known >= endedAt)) continue
    ended = true
    await recordSyncEnd(tx, { connectionId: id, externalId: null, endedAt, status, reason: null })
  }
  const resume = resumeAt(observed)
  if (resume) {
    await enqueueJob(
      tx,
      resumeSyncJob,
      { connectionId: id, correlationId: ctx.correlationId },
      { singletonKey: id, startAfterSeconds: Math.max(0, Math.ceil((resume.getTime() - ctx.now().getTime()) / 1_000)) },
    )
  }
  return ended
}

function later(known: Date | null, told: Date | null): Date | null {
  if (!known || !told) return known ?? told
  return known > told ? known : told
}
