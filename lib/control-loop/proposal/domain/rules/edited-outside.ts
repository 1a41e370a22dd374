import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { Action } from '../action'
import type { KnownChange, Rule } from '../draft'

function restore({ change }: KnownChange): Action | null {
  switch (change.kind) {
    case 'column-enablement-changed':
      return { kind: 'set-column-enabled', ...change.path, enabled: change.base }
    case 'column-hash-changed':
      return { kind: 'set-column-hashed', ...change.path, hashed: change.base }
    case 'table-enablement-changed':
      return { kind: 'set-table-enabled', ...change.path, enabled: change.base }
    case 'schema-enablement-changed':
      return { kind: 'set-schema-enabled', ...change.path, enabled: change.base }
    case 'sync-mode-changed':
      return change.base === null ? null : { kind: 'set-sync-mode', ...change.path, syncMode: change.base }
    case 'change-handling-changed':
      return { kind: 'set-change-handling', changeHandling: change.base }
    default:
      return null
  }
}

/** A setting that somebody changed in Fivetran without Headgate goes back to the approved baseline, if a person agrees. */
export const editedOutside: Rule = {
  id: 'edited-outside',
  purpose: 'Set back a setting that was changed in Fivetran and not through Headgate.',
  draft(known) {
    if (known.origin !== 'outside') return null
    const action = restore(known)
    if (!action) return null
    return {
      changeIds: [known.id],
      path: formatPath(known.change.path),
      actions: [action],
      rationale:
        'Somebody changed this in Fivetran, not through Headgate. Set it back to the approved baseline, or reject this to look at it later.',
      evidence: [
        { verdict: 'for', text: 'The approved baseline says otherwise', measure: null },
        {
          verdict: 'against',
          text: 'A person with access to Fivetran wanted it so; their reason is not known',
          measure: null,
        },
      ],
    }
  },
}
