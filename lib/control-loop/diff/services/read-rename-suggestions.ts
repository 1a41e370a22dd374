import type { RenameDecision } from '@/generated/prisma/client'
import { db } from '@/lib/platform/db/client'
import { type Change, type RenameSuggestion, renameSuggestionSchema } from '../domain/change'
import { pairKey } from '../domain/renames/rename-context'
import { suggestRenames } from '../domain/renames/suggest-renames'

export type JudgedRename = RenameSuggestion & { decision: 'same' | 'separate' | null }

/**
 * Suspected renames among changes, each with what people said of it. The ones kept when the revision was seen come first: the worker had read the
 * rows then. The others are told from names, types and decisions alone, and use no column a second time.
 */
export async function readRenameSuggestions(
  connectionId: string,
  changes: readonly Change[],
  revisionSnapshotId: string,
): Promise<JudgedRename[]> {
  const moved = new Map(changes.flatMap((change) => columnsOf(change).map((column) => [column, change] as const)))
  const [changeSet, decisions] = await Promise.all([
    db.changeSet.findUnique({ where: { revisionSnapshotId }, select: { renames: true } }),
    db.renameDecision.findMany({ where: { connectionId } }),
  ])
  const stored = renameSuggestionSchema.array().parse(changeSet?.renames ?? [])
  const kept = stored.filter((rename) => halvesOf(rename).every((half) => moved.has(half)))
  const used = new Set(kept.flatMap(halvesOf))
  const rest = changes.filter((change) => !columnsOf(change).some((column) => used.has(column)))
  return judgeRenames([...kept, ...suggestRenames(rest, { decisions }).suggestions], decisions)
}

/** Adds to each suggestion what people said of the pair. */
export function judgeRenames(
  renames: readonly RenameSuggestion[],
  decisions: readonly Pick<RenameDecision, 'schema' | 'table' | 'from' | 'to' | 'same'>[],
): JudgedRename[] {
  const said = new Map(decisions.map((decision) => [pairKey(decision), decision.same ? 'same' : 'separate'] as const))
  return renames.map((rename) => ({ ...rename, decision: said.get(pairKey(rename)) ?? null }))
}

/** The two halves a rename would take: a column that went and one that came. */
function halvesOf({ schema, table, from, to }: RenameSuggestion): [string, string] {
  return [
    halfKey('column-removed', { schema, table, column: from }),
    halfKey('column-added', { schema, table, column: to }),
  ]
}

function columnsOf(change: Change): string[] {
  return change.kind === 'column-removed' || change.kind === 'column-added' ? [halfKey(change.kind, change.path)] : []
}

function halfKey(kind: Change['kind'], path: { schema: string; table: string; column: string }): string {
  return JSON.stringify([kind, path.schema, path.table, path.column])
}
