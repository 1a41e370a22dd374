import { tokeniseName } from '@/lib/control-loop/diff/domain/renames/tokenise-name'
import { type ForeignKey, fieldName, type InferredTable } from '../inferred-table'

/**
 * References to other tables by name: `customer_id` to `customer`, `parent_account_id` to `account`. The referenced column is the other table's
 * single key. With the tables at hand only those are named; a confidence below certainty, because a name is a promise and not a constraint.
 */
export function findForeignKeys(table: InferredTable, tables: readonly InferredTable[]): ForeignKey[] {
  const byWords = new Map(tables.map((other) => [tokeniseName(other.name).join(' '), other]))
  const own = table.primaryKey.length === 1 ? table.primaryKey[0] : undefined
  return table.fields.flatMap((field): ForeignKey[] => {
    const column = fieldName(field)
    if (column === own || (field.type !== 'string' && field.type !== 'integer')) return []
    const words = tokeniseName(column)
    if (words.length < 2 || words.at(-1) !== 'id') return []
    const subject = words.slice(0, -1)
    for (let from = 0; from < subject.length; from += 1) {
      const other = byWords.get(subject.slice(from).join(' '))
      const reference = other?.primaryKey.length === 1 ? other.primaryKey[0] : undefined
      if (other === undefined || reference === undefined) continue
      const role = from === 0 ? '' : `, as \`${subject.slice(0, from).join('_')}\``
      return [
        {
          columns: [column],
          table: other.name,
          references: [reference],
          confidence: from === 0 ? 0.9 : 0.75,
          reason: `Named after \`${other.name}\`${role}`,
        },
      ]
    }
    return []
  })
}
