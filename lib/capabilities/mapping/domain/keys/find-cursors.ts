import { tokeniseName } from '@/lib/control-loop/diff/domain/renames/tokenise-name'
import { isSystemColumn } from '@/lib/control-loop/snapshot/domain/system-columns'
import { fieldName, type InferredField, type InferredTable } from '../inferred-table'

const changes = new Set(['updated', 'modified', 'changed', 'edited', 'touched'])
const births = new Set(['created', 'inserted', 'added', 'occurred', 'received', 'sent', 'posted', 'logged'])
/** Moments of one business step: a row changes after them without them moving. */
const steps = new Set([
  'deleted',
  'archived',
  'completed',
  'expired',
  'due',
  'start',
  'end',
  'birth',
  'scheduled',
  'cancelled',
  'closed',
  'paid',
])

/** Moments fit to ask a source "what changed since", best first. Only top-level fields that are never empty can be one. */
export function findCursors(fields: readonly InferredField[]): InferredTable['cursors'] {
  const found = fields.flatMap((field): InferredTable['cursors'] => {
    if ((field.type !== 'timestamp' && field.type !== 'date') || field.path.length > 1) return []
    const column = fieldName(field)
    const words = tokeniseName(column)
    if (isSystemColumn(column) || words.some((word) => steps.has(word))) return []
    const penalty = (field.nullable ? 0.5 : 1) * (field.type === 'date' ? 0.7 : 1)
    if (words.some((word) => changes.has(word))) {
      const reason = field.nullable
        ? 'It moves with every change, but is empty in some rows'
        : 'It moves with every change of a row'
      return [{ column, confidence: 0.95 * penalty, reason }]
    }
    if (words.some((word) => births.has(word)) || words.join(' ') === 'timestamp') {
      return [
        {
          column,
          confidence: 0.5 * penalty,
          reason: 'It tells new rows, not changed ones: enough where rows never change',
        },
      ]
    }
    return []
  })
  return found.sort((one, other) => other.confidence - one.confidence || (one.column < other.column ? -1 : 1))
}
