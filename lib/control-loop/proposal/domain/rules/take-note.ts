import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { Rule } from '../draft'

/** Whatever no other rule answers is put before a person as it is: nothing observed stays without an answer. */
export const takeNote: Rule = {
  id: 'take-note',
  purpose: 'Put a change that no other rule answers before a person.',
  draft({ id, change }) {
    return {
      changeIds: [id],
      path: formatPath(change.path),
      actions: [{ kind: 'accept-changes', changeIds: [id] }],
      rationale: 'No rule proposes a setting for this. Accepting it moves the baseline only.',
      evidence: [],
    }
  },
}
