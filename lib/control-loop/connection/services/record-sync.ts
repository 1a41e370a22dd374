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

/** Keeps the end of a sync in our own history, once, whoever tells it first: a delivery knows the id, a poll only the moment. */
export async function recordSyncEnd(tx: Tx, end: SyncEnd): Promise<void> {
  const facts = { endedAt: end.endedAt, status: end.status, reason: end.reason }
  const polled = await findPolled(tx, end)
  if (end.externalId === null) {
    if (!polled) await tx.sync.create({ data: { connectionId: end.connectionId, externalId: null, ...facts } })
    return
  }
  // The delivery's row takes the place of the one a poll made of the same end.
  if (polled && polled.externalId === null) await tx.sync.delete({ where: { id: polled.id } })
  const key = { connectionId: end.connectionId, externalId: end.externalId }
  const known = await tx.sync.findUnique({ where: { connectionId_externalId: key } })
  // A promoted type ends one sync twice, failed and then successful, and deliveries come in any order: the later end counts.
  if (known?.endedAt && known.endedAt > end.endedAt) return
  await tx.sync.upsert({ where: { connectionId_externalId: key }, create: { ...key, ...facts }, update: facts })
}

async function findPolled(tx: Tx, end: SyncEnd) {
  const window = {
    gte: new Date(end.endedAt.getTime() - sameEndWithinMs),
    lte: new Date(end.endedAt.getTime() + sameEndWithinMs),
  }
  const of = { connectionId: end.connectionId, status: end.status }
  if (end.externalId !== null) return tx.sync.findFirst({ where: { ...of, externalId: null, endedAt: window } })
  // Two polls name the service's own instant: only an equal one is the same end. A delivery's is near it.
  return tx.sync.findFirst({
    where: {
      ...of,
      OR: [
        { externalId: null, endedAt: end.endedAt },
        { externalId: { not: null }, endedAt: window },
      ],
    },
  })
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
