import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { isSystemColumn } from '@/lib/control-loop/snapshot/domain/system-columns'
import type { Action } from '../action'
import type { Rule } from '../draft'

/** A new table is offered whole, with its personal columns hashed in the same step. */
export const newTable: Rule = {
  id: 'new-table',
  purpose: 'Include a new table and hash its personal columns, or accept one that came in by itself.',
  draft({ id, change }, { classifications }) {
    if (change.kind !== 'table-added') return null
    const { schema, table } = change.path
    const columns = Object.entries(change.revision.columns).filter(([name]) => !isSystemColumn(name))
    const personal = columns.filter(([name, column]) => {
      const found = classifications.get(formatPath({ schema, table, column: name }))
      return found?.sensitive && !column.hashed && !column.primaryKey
    })
    const hashes: Action[] = personal.map(([column]) => ({
      kind: 'set-column-hashed',
      schema,
      table,
      column,
      hashed: true,
    }))
    const include: Action[] = change.revision.enabled
      ? []
      : [{ kind: 'set-table-enabled', schema, table, enabled: true }]
    const actions = [...include, ...hashes]
    return {
      changeIds: [id],
      path: formatPath(change.path),
      actions: actions.length > 0 ? actions : [{ kind: 'accept-changes', changeIds: [id] }],
      rationale: change.revision.enabled
        ? 'The source has a new table and it already syncs by the connection’s own handling.'
        : 'The source has a new table. It stays off until somebody decides.',
      evidence: [
        { verdict: 'neutral', text: 'Columns the source has', measure: String(columns.length) },
        personal.length > 0
          ? {
              verdict: 'against',
              text: 'Columns that look personal and are hashed in the same step',
              measure: `${personal.length} of ${columns.length}`,
            }
          : { verdict: 'for', text: 'Columns that look personal', measure: `0 of ${columns.length}` },
      ],
    }
  },
}
