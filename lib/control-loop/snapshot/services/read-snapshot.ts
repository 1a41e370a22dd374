import { db } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'
import type { SnapshotSummary } from '../contract'
import { summariseSnapshots } from './summarise-snapshots'

/** One snapshot: when, why, from which sources, and how much of it moved. */
export async function readSnapshot(snapshotId: string): Promise<SnapshotSummary> {
  const found = await db.snapshot.findUnique({
    where: { id: snapshotId },
    include: { connection: { select: { baselineSnapshotId: true } } },
  })
  if (!found) throw new NotFoundError('There is no such snapshot.')
  const { connection, ...snapshot } = found
  const [summary] = await summariseSnapshots([snapshot], connection.baselineSnapshotId)
  if (!summary) throw new NotFoundError('There is no such snapshot.')
  return summary
}
