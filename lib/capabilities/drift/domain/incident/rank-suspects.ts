import type { DriftFinding, SuspectChange } from './drift-finding'

export interface Suspect {
  change: SuspectChange
  /** How closely what was changed is what moved. */
  fit: 'column' | 'table' | 'connection'
  /** From the change to the first finding. */
  beforeMs: number
}

/** A change longer before the first finding than this is no suspect. */
export const suspectWindowMs = 14 * 86_400_000

const fits = ['column', 'table', 'connection'] as const
const kinds = ['applied-change', 'resync', 'schema-change'] as const

/**
 * What may have caused the findings, the likeliest first: changes that were applied before everything else; among them those of a column that moved,
 * then of its table, then of its connection; the latest first. A change after the first finding, or more than two weeks before it, is none, and
 * neither is one of another connection or table.
 */
export function rankSuspects(findings: readonly DriftFinding[], changes: readonly SuspectChange[]): Suspect[] {
  const firstAtMs = Math.min(...findings.map(({ atMs }) => atMs))
  return changes
    .flatMap((change): Suspect[] => {
      const beforeMs = firstAtMs - change.atMs
      const fit = fitOf(change, findings)
      return fit === null || beforeMs < 0 || beforeMs > suspectWindowMs ? [] : [{ change, fit, beforeMs }]
    })
    .sort(
      (one, other) =>
        kinds.indexOf(one.change.kind) - kinds.indexOf(other.change.kind) ||
        fits.indexOf(one.fit) - fits.indexOf(other.fit) ||
        one.beforeMs - other.beforeMs ||
        (one.change.changeId < other.change.changeId ? -1 : 1),
    )
}

function fitOf(change: SuspectChange, findings: readonly DriftFinding[]): Suspect['fit'] | null {
  const ofConnection = findings.filter(({ connectionId }) => connectionId === change.connectionId)
  if (ofConnection.length === 0) return null
  if (change.table === null) return 'connection'
  const ofTable = ofConnection.filter(({ schema, table }) => schema === change.schema && table === change.table)
  if (ofTable.length === 0) return null
  const isColumn = change.column !== null && ofTable.some(({ column }) => column === change.column)
  return isColumn ? 'column' : 'table'
}
