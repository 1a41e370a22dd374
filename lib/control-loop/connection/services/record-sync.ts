import type { Tx } from '@/lib/platform/db/client'

export interface SyncEnd {
  connectionId: string
  /** null when polling saw the end and no delivery named the sync. */
  externalId: string | null
  endedAt: Date
  status: 'successful' | 'failed' | 'failed-with-task' | 'rescheduled' | 'cancelled'
  reason: string | null
}

/** A delivery and a poll report one end a little apart: within this they are the same sync. */
const sameEndWithinMs = 5_000

/** Keeps the end of a sync in our own history, once, whoever tells it first. */
export async function recordSyncEnd(tx: Tx, end: SyncEnd): Promise<void> {
  const window = {
    gte: new Date(end.endedAt.getTime() - sameEndWithinMs),
    lte: new Date(end.endedAt.getTime() + sameEndWithinMs),
  }
  const known = await tx.sync.findFirst({
    where: {
      connectionId: end.connectionId,
      OR: [
        ...(end.externalId ? [{ externalId: end.externalId }] : []),
        { endedAt: window, status: end.status, ...(end.externalId ? { externalId: null } : {}) },
      ],
    },
  })
  const facts = { endedAt: end.endedAt, status: end.status, reason: end.reason }
  if (!known) {
    await tx.sync.create({ data: { connectionId: end.connectionId, externalId: end.externalId, ...facts } })
    return
  }
  if (known.externalId !== null && end.externalId === null) return
  await tx.sync.update({ where: { id: known.id }, data: { ...facts, externalId: end.externalId ?? known.externalId } })
}

/** Keeps the start of a sync that a delivery told; its end may already be known. */
export async function recordSyncStart(
  tx: Tx,
  start: { connectionId: string; externalId: string; startedAt: Date },
): Promise<void> {
  await tx.sync.upsert({
    where: { connectionId_externalId: { connectionId: start.connectionId, externalId: start.externalId } },
    create: { ...start, status: 'running' },
    update: { startedAt: start.startedAt },
  })
}
