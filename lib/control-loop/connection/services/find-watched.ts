import type { Prisma } from '@/generated/prisma/client'
import { toDbState } from '@/lib/control-loop/proposal/domain/proposal-state'
import { openProposalStates } from '@/lib/control-loop/stages'
import { db } from '@/lib/platform/db/client'
import { type DerivedHealth, deriveHealth } from '../domain/derive-health'
import { existing } from '../domain/external-id'
import { noticeSchema } from '../domain/notice'
import { ownServices } from '../domain/own-services'

/** What lists and details show; the baseline stays in the database, it can be megabytes. */
export const watchedSelect = {
  id: true,
  externalId: true,
  service: true,
  schemaName: true,
  paused: true,
  syncFrequencyMinutes: true,
  scheduleKind: true,
  setupState: true,
  syncState: true,
  isDelayed: true,
  isHistoricalSync: true,
  succeededAt: true,
  failedAt: true,
  rescheduledFor: true,
  tasks: true,
  warnings: true,
  freshnessTargetMinutes: true,
  ownerId: true,
  baselineSnapshotId: true,
  latestSnapshotId: true,
  refreshProblem: true,
  refreshedAt: true,
  removedAt: true,
  owner: { select: { id: true, name: true } },
  destination: { select: { id: true, name: true, service: true, warehouseState: true, warehouseSecretId: true } },
  account: { select: { name: true } },
  runs: { where: { state: 'applying' }, select: { number: true }, orderBy: { number: 'desc' }, take: 1 },
  proposals: {
    where: { state: { in: openProposalStates.map(toDbState) } },
    select: { risk: true },
  },
  _count: { select: { changes: { where: { state: 'open' } } } },
} as const satisfies Prisma.ConnectionSelect

export type WatchedRow = Prisma.ConnectionGetPayload<{ select: typeof watchedSelect }>
export interface WatchedConnection {
  row: WatchedRow
  derived: DerivedHealth
  openProposals: { low: number; medium: number; high: number }
}

/** Connections with their health derived now and what is open about them. Headgate's own feeds are not among them, and neither is what is only planned. */
export async function findWatched(where: Prisma.ConnectionWhereInput, now: Date): Promise<WatchedConnection[]> {
  const rows = await db.connection.findMany({
    where: { AND: [existing, { service: { notIn: [...ownServices] } }, where] },
    select: watchedSelect,
  })
  return rows.map((row) => ({ row, derived: deriveHealth(factsOf(row), now), openProposals: countByRisk(row) }))
}

function factsOf(row: WatchedRow) {
  return {
    ...row,
    tasks: noticeSchema.array().parse(row.tasks),
    removed: row.removedAt !== null,
    applyingRun: row.runs[0]?.number ?? null,
  }
}

function countByRisk(row: WatchedRow) {
  const counts = { low: 0, medium: 0, high: 0 }
  for (const { risk } of row.proposals) if (risk === 'low' || risk === 'medium' || risk === 'high') counts[risk] += 1
  return counts
}
