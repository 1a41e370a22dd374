import type { RenameSuggestion } from '@/lib/control-loop/diff/domain/change'
import { findColumn } from '@/lib/control-loop/snapshot/domain/find-in-tree'
import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { Action } from '../action'
import type { Draft, DraftInput } from '../draft'

export const likelyRenameId = 'likely-rename'

/**
 * Answers a suspected rename with one proposal for both halves: the new column takes over the settings of the old one. Passes when either
 * half is not an open change any more. The pair stays one drop and one add until a person approves.
 */
export function draftRename(rename: RenameSuggestion, input: DraftInput): Draft | null {
  const place = { schema: rename.schema, table: rename.table }
  const at = (kind: 'column-added' | 'column-removed', column: string) =>
    input.changes.find(
      ({ change }) =>
        change.kind === kind &&
        change.path.schema === place.schema &&
        change.path.table === place.table &&
        change.path.column === column,
    )
  const gone = at('column-removed', rename.from)
  const came = at('column-added', rename.to)
  if (gone?.change.kind !== 'column-removed' || came?.change.kind !== 'column-added') return null
  const before = gone.change.base
  const now = findColumn(input.tree, { ...place, column: rename.to }) ?? came.change.revision
  const path = { ...place, column: rename.to }
  const sensitive = input.classifications.get(formatPath(path))?.sensitive ?? false
  const wantHashed = before.hashed || (sensitive && !now.primaryKey)
  const actions: Action[] = []
  if (before.enabled && !now.enabled) actions.push({ kind: 'set-column-enabled', ...path, enabled: true })
  if (wantHashed && !now.hashed) actions.push({ kind: 'set-column-hashed', ...path, hashed: true })
  actions.push({ kind: 'confirm-rename', ...place, from: rename.from, to: rename.to })
  actions.push({ kind: 'accept-changes', changeIds: [gone.id, came.id] })
  return {
    ruleId: likelyRenameId,
    changeIds: [gone.id, came.id],
    path: formatPath(path),
    actions,
    rationale: `\`${rename.from}\` is gone and \`${rename.to}\` is new in the same table. If it is a rename, the new column takes over its settings; the old one keeps its last values in the destination.`,
    evidence: rename.evidence,
  }
}
