import type { Draft, DraftInput, Rule } from './draft'
import { columnGone } from './rules/column-gone'
import { editedOutside } from './rules/edited-outside'
import { keyChanged } from './rules/key-changed'
import { draftRename } from './rules/likely-rename'
import { newColumnByPolicy } from './rules/new-column-by-policy'
import { newColumnOff } from './rules/new-column-off'
import { newColumnSensitive } from './rules/new-column-sensitive'
import { newTable } from './rules/new-table'
import { takeNote } from './rules/take-note'
import { typeMoved } from './rules/type-moved'

/** In order: the first rule that answers a change wins. A new rule is one file and one line here. */
export const rules: readonly Rule[] = [
  editedOutside,
  newColumnSensitive,
  newColumnOff,
  newColumnByPolicy,
  columnGone,
  typeMoved,
  newTable,
  keyChanged,
  takeNote,
]

/** Drafts one response for every change: suspected renames first, since they answer two changes at once. Pure and stable in its order. */
export function draftProposals(input: DraftInput): Draft[] {
  const drafts: Draft[] = []
  const answered = new Set<string>()
  for (const rename of input.renames) {
    const draft = draftRename(rename, input)
    if (!draft || draft.changeIds.some((id) => answered.has(id))) continue
    drafts.push(draft)
    for (const id of draft.changeIds) answered.add(id)
  }
  for (const known of input.changes) {
    if (answered.has(known.id)) continue
    for (const rule of rules) {
      const draft = rule.draft(known, input)
      if (!draft) continue
      drafts.push({ ruleId: rule.id, ...draft })
      break
    }
  }
  return drafts
}
