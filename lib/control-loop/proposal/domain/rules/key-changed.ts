import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { Rule } from '../draft'

const list = (names: readonly string[]) =>
  names.length === 0 ? 'no key' : names.map((name) => `\`${name}\``).join(', ')

/** A key that changed at the source leaves rows merged under the old one: re-read the table, with consent. */
export const keyChanged: Rule = {
  id: 'key-changed',
  purpose: 'Re-sync a table whose key changed, because rows merged under the old key may be doubled.',
  draft({ id, change }, { tree }) {
    if (change.kind !== 'key-changed') return null
    const table = tree.schemas[change.path.schema]?.tables[change.path.table]
    const accept = { kind: 'accept-changes' as const, changeIds: [id] }
    return {
      changeIds: [id],
      path: formatPath(change.path),
      actions: table?.enabled ? [{ kind: 'resync-table', ...change.path }, accept] : [accept],
      rationale: `The key was ${list(change.base)} and is ${list(change.revision)}. Rows merged under the old key may stand twice until the table is read again.`,
      evidence: [
        { verdict: 'for', text: 'Fivetran does not rewrite rows it merged under another key', measure: null },
        { verdict: 'against', text: 'A re-sync reads the whole table again', measure: null },
      ],
    }
  },
}
