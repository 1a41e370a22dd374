import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { Rule } from '../draft'

/** A new column that stayed off by policy and looks harmless is offered for inclusion. */
export const newColumnOff: Rule = {
  id: 'new-column-off',
  purpose: 'Include a new column that the connection’s handling left off and in which nothing personal was found.',
  draft({ id, change }, { classifications, tree }) {
    if (change.kind !== 'column-added' || change.revision.enabled) return null
    const path = formatPath(change.path)
    const found = classifications.get(path)
    const table = tree.schemas[change.path.schema]?.tables[change.path.table]
    const columns = Object.values(table?.columns ?? {}).filter((column) => column.inSource !== false)
    const synced = columns.filter((column) => column.enabled).length
    return {
      changeIds: [id],
      path,
      actions: [{ kind: 'set-column-enabled', ...change.path, enabled: true }],
      rationale: 'Start syncing this new column. It fills rows changed from the next sync on; nothing else moves.',
      evidence: [
        ...(found?.evidence ?? []),
        {
          verdict: 'neutral',
          text: 'Columns of this table that are synced',
          measure: `${synced} of ${columns.length}`,
        },
      ],
    }
  },
}
