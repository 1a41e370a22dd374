import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { Rule } from '../draft'

/** A new column that came in by the connection's own handling joins the baseline. */
export const newColumnByPolicy: Rule = {
  id: 'new-column-by-policy',
  purpose: 'Take a harmless new column that already syncs into the baseline.',
  draft({ id, change }, { classifications }) {
    if (change.kind !== 'column-added' || !change.revision.enabled) return null
    const path = formatPath(change.path)
    return {
      changeIds: [id],
      path,
      actions: [{ kind: 'accept-changes', changeIds: [id] }],
      rationale:
        'The column came in by the connection’s own handling of new things. Accepting it moves the baseline only.',
      evidence: [...(classifications.get(path)?.evidence ?? [])],
    }
  },
}
