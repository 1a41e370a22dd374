import type { ConnectionSummary } from '../contract'
import { externalIdOf } from '../domain/external-id'
import { findRecentSyncs } from './find-recent-syncs'
import type { WatchedConnection } from './find-watched'

const iso = (date: Date | null) => date?.toISOString() ?? null

/** Connections as the API lists them, in the order given. */
export async function summariseConnections(watched: readonly WatchedConnection[]): Promise<ConnectionSummary[]> {
  const syncs = await findRecentSyncs(watched.map(({ row }) => row.id))
  return watched.map(({ row, derived, openProposals }) => ({
    id: row.id,
    name: row.schemaName,
    service: row.service,
    externalId: externalIdOf(row),
    destination: { id: row.destination.id, name: row.destination.name, service: row.destination.service },
    health: derived.health,
    healthDetail: derived.detail,
    paused: row.paused,
    syncFrequencyMinutes: row.syncFrequencyMinutes,
    succeededAt: iso(row.succeededAt),
    failedAt: iso(row.failedAt),
    nextSyncAt: iso(derived.nextSyncAt),
    freshnessTargetMinutes: row.freshnessTargetMinutes,
    ageMinutes: derived.ageMinutes,
    recentSyncs: syncs.get(row.id) ?? [],
    openProposals,
    openChanges: row._count.changes,
    owner: row.owner,
    refreshedAt: iso(row.refreshedAt),
    refreshProblem: row.refreshProblem,
  }))
}
