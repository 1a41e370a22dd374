import type { Change } from '@/lib/control-loop/diff/domain/change'
import { type PairedRenames, pairRenames } from './pair-renames'
import type { RenameCandidate, RenameContext } from './rename-context'

/** The rename suggestions within one change set: its removed and added columns, paired. The changes themselves stay as they are. */
export function suggestRenames(changes: readonly Change[], context: RenameContext): PairedRenames {
  const removed: RenameCandidate[] = []
  const added: RenameCandidate[] = []
  for (const change of changes) {
    if (change.kind === 'column-removed') removed.push({ ...change.path, state: change.base })
    if (change.kind === 'column-added') added.push({ ...change.path, state: change.revision })
  }
  return pairRenames(removed, added, context)
}
