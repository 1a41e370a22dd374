import type { Snapshot } from '@/generated/prisma/client'
import { type SnapshotSummary, snapshotSummarySchema, snapshotTriggerSchema } from '../contract'
import { countTablesMoved } from './count-tables-moved'

/** Snapshots as the API shows them, in the order given. The baseline's is the one named. */
export async function summariseSnapshots(
  rows: readonly Snapshot[],
  baselineSnapshotId: string | null,
): Promise<SnapshotSummary[]> {
  const moved = await countTablesMoved(rows.map(({ id }) => id))
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    takenAt: row.takenAt.toISOString(),
    trigger: snapshotTriggerSchema.parse(row.trigger),
    fingerprint: row.fingerprint,
    tableCount: row.tableCount,
    columnCount: row.columnCount,
    tablesMoved: moved.get(row.id) ?? 0,
    isBaseline: row.id === baselineSnapshotId,
    sources: snapshotSummarySchema.shape.sources.parse(row.sources),
    correlationId: row.correlationId,
  }))
}
