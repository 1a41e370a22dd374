import type { DriftFinding, SuspectChange } from './drift-finding'
import { type CorrelatedColumns, groupFindings } from './group-findings'
import type { Suspect } from './rank-suspects'

/** A finding that stands already, and in which incident. */
export interface StandingFinding extends DriftFinding {
  incidentId: string
}

export interface PlacedGroup {
  /** The incident that grows; null where one is opened. */
  incidentId: string | null
  fresh: DriftFinding[]
  suspects: Suspect[]
  firstAtMs: number
}

/**
 * Puts fresh findings to incidents: into the one that stands for the same cause, the longest standing where there are several, or into one to be
 * opened. Incidents are never put together: both keep their history.
 */
export function placeFindings(
  fresh: readonly DriftFinding[],
  standing: readonly StandingFinding[],
  changes: readonly SuspectChange[],
  correlated: readonly CorrelatedColumns[] = [],
): PlacedGroup[] {
  const incidentOf = new Map(standing.map(({ findingId, incidentId }) => [findingId, incidentId]))
  const isFresh = new Set(fresh.map(({ findingId }) => findingId))
  return groupFindings([...standing, ...fresh], changes, correlated)
    .map(({ findings, suspects, firstAtMs }) => {
      const earliest = findings
        .filter(({ findingId }) => incidentOf.has(findingId))
        .sort((one, other) => one.atMs - other.atMs || (one.findingId < other.findingId ? -1 : 1))[0]
      return {
        incidentId: earliest === undefined ? null : (incidentOf.get(earliest.findingId) ?? null),
        fresh: findings.filter(({ findingId }) => isFresh.has(findingId)),
        suspects,
        firstAtMs,
      }
    })
    .filter((group) => group.fresh.length > 0)
}
