import type { DriftFinding, SuspectChange } from './drift-finding'
import { rankSuspects, type Suspect } from './rank-suspects'

export interface DriftIncident {
  /** The strongest first. */
  findings: DriftFinding[]
  firstAtMs: number
  lastAtMs: number
  suspects: Suspect[]
}

/** Two findings whose values move together, such as a total and its tax; the correlation or association is above the caller's bar. */
export interface CorrelatedColumns {
  findingIds: readonly [string, string]
}

/**
 * Findings of one cause as one incident: those of one table in one sync, those whose columns move together within a sync or a day of it, and those that
 * the same applied change of the same tables explains best. The order of the input does not matter. Incidents come with the strongest finding first, and
 * each with its suspects in order.
 */
export function groupFindings(
  findings: readonly DriftFinding[],
  changes: readonly SuspectChange[],
  correlated: readonly CorrelatedColumns[] = [],
): DriftIncident[] {
  const ordered = [...findings].sort(
    (one, other) => other.score - one.score || compareText(one.findingId, other.findingId),
  )
  const groups = new Map(ordered.map(({ findingId }) => [findingId, findingId]))
  const rootOf = (id: string): string => {
    const parent = groups.get(id) ?? id
    return parent === id ? id : rootOf(parent)
  }
  const join = (one: string, other: string) => groups.set(rootOf(other), rootOf(one))
  const firstByKey = new Map<string, string>()
  for (const finding of ordered) {
    for (const key of keysOf(finding, changes)) {
      const first = firstByKey.get(key)
      if (first === undefined) firstByKey.set(key, finding.findingId)
      else join(first, finding.findingId)
    }
  }
  const byId = new Map(ordered.map((finding) => [finding.findingId, finding]))
  for (const { findingIds } of correlated) {
    const [one, other] = [byId.get(findingIds[0]), byId.get(findingIds[1])]
    if (one !== undefined && other !== undefined && isNear(one, other)) join(one.findingId, other.findingId)
  }
  const incidents = new Map<string, DriftFinding[]>()
  for (const finding of ordered) {
    const root = rootOf(finding.findingId)
    incidents.set(root, [...(incidents.get(root) ?? []), finding])
  }
  return [...incidents.values()].map((group) => {
    const times = group.map(({ atMs }) => atMs)
    const firstAtMs = Math.min(...times)
    return { findings: group, firstAtMs, lastAtMs: Math.max(...times), suspects: rankSuspects(group, changes) }
  })
}

const dayMs = 86_400_000

function keysOf(finding: DriftFinding, changes: readonly SuspectChange[]): string[] {
  const table = [finding.connectionId, finding.schema, finding.table]
  // Without a sync, the day stands for it.
  const key = (...parts: string[]) => JSON.stringify(parts)
  const run = finding.syncId === null ? `day ${Math.floor(finding.atMs / dayMs)}` : `sync ${finding.syncId}`
  const cause = rankSuspects([finding], changes).find(
    ({ fit, change }) => fit !== 'connection' && change.kind === 'applied-change',
  )
  return [key('run', ...table, run), ...(cause === undefined ? [] : [key('change', cause.change.changeId)])]
}

function isNear(one: DriftFinding, other: DriftFinding): boolean {
  const isSameSync = one.syncId !== null && one.syncId === other.syncId && one.connectionId === other.connectionId
  return isSameSync || Math.abs(one.atMs - other.atMs) <= dayMs
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
