import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { Rule } from '../draft'

/** A column gone from the source cannot be brought back from here; somebody has to know and agree. */
export const columnGone: Rule = {
  id: 'column-gone',
  purpose: 'Ask a person to take note of a column that the source no longer has.',
  draft({ id, change }) {
    if (change.kind !== 'column-removed') return null
    return {
      changeIds: [id],
      path: formatPath(change.path),
      actions: [{ kind: 'accept-changes', changeIds: [id] }],
      rationale:
        'The source dropped this column. The destination keeps it with its last values and writes nothing new into it.',
      evidence: [
        { verdict: 'for', text: 'Fivetran cannot bring back a column that the source no longer has', measure: null },
        change.base.enabled
          ? { verdict: 'against', text: 'It was synced: readers get old or empty values from now on', measure: null }
          : { verdict: 'for', text: 'It was not synced', measure: null },
      ],
    }
  },
}
