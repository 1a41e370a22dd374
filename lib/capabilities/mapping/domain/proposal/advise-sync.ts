import { tokeniseName } from '@/lib/control-loop/diff/domain/renames/tokenise-name'
import type { InferredTable } from '../inferred-table'
import type { TableMapping } from './mapping-proposal'

/** Slowly changing things whose past states questions are asked of. */
const stateful = new Set(['status', 'stage', 'state', 'tier', 'plan', 'owner', 'segment', 'lifecycle', 'grade'])
const appended = new Set([
  'event',
  'log',
  'history',
  'audit',
  'click',
  'view',
  'message',
  'visit',
  'activity',
  'reading',
  'transaction',
])

/** Which sync mode fits a table, and why. */
export function adviseSyncMode(table: InferredTable): Pick<TableMapping, 'syncMode' | 'syncModeReason'> {
  const words = tokeniseName(table.name)
  if (words.some((word) => appended.has(word))) {
    return {
      syncMode: 'live',
      syncModeReason: 'Its rows are written once: no marks of deletion or versions are needed',
    }
  }
  const moving = table.fields.find(
    ({ path }) => path.length === 1 && stateful.has(tokeniseName(path[0] ?? '').at(-1) ?? ''),
  )
  const hasChanges = table.cursors.some(({ confidence }) => confidence >= 0.9)
  if (moving !== undefined && hasChanges && table.primaryKey.length > 0) {
    return {
      syncMode: 'history',
      syncModeReason: `\`${moving.path.join('.')}\` moves over time, and the rows tell when they changed`,
    }
  }
  return { syncMode: 'soft-delete', syncModeReason: 'Deleted rows stay and are marked: nothing is lost without notice' }
}

/** Whether only what changed can be asked for, and by which column. */
export function adviseLoad(table: InferredTable): Pick<TableMapping, 'load' | 'cursor' | 'loadReason'> {
  if (table.parent !== null) {
    return { load: 'incremental', cursor: null, loadReason: 'Comes with the rows of its parent' }
  }
  const [best] = table.cursors
  if (best === undefined) return { load: 'full', cursor: null, loadReason: 'No moment tells which rows changed' }
  if (table.primaryKey.length === 0)
    return { load: 'full', cursor: null, loadReason: 'Without a key a changed row cannot be found again' }
  return { load: 'incremental', cursor: best.column, loadReason: best.reason }
}
