import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { Rule } from '../draft'

/** Types only widen and never go back by themselves; a person takes note and readers are warned. */
export const typeMoved: Rule = {
  id: 'type-moved',
  purpose: 'Ask a person to take note of a column whose type moved.',
  draft({ id, change }) {
    if (change.kind !== 'type-widened' && change.kind !== 'type-narrowed' && change.kind !== 'type-changed') return null
    return {
      changeIds: [id],
      path: formatPath(change.path),
      actions: [{ kind: 'accept-changes', changeIds: [id] }],
      rationale: `${change.base} became ${change.revision}. It does not go back by itself when the source does.`,
      evidence: [
        { verdict: 'for', text: 'Fivetran offers no way to narrow a type again', measure: null },
        change.kind === 'type-widened'
          ? { verdict: 'for', text: `${change.revision} holds every value of ${change.base}`, measure: null }
          : {
              verdict: 'against',
              text: `${change.revision} does not hold every value of ${change.base}`,
              measure: null,
            },
      ],
    }
  },
}
