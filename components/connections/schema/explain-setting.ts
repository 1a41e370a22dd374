import type { Instant } from '@/components/ui/format-time'
import { originOfChange } from '@/lib/control-loop/diff/domain/origin-of-change'
import type { Lock } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { formatNearTime } from '../format-near-time'
import type { ObjectNode, OpenChange } from './schema-node'

export interface SettingReason {
  text: string
  /** Nobody can change it here: drawn with a lock. */
  isLocked: boolean
}

/** Why an object is as it is, the strongest reason first; null when a person set it so and nothing happened since. */
export function explainSetting(node: ObjectNode, now: Instant): SettingReason | null {
  const gone = node.changes.find(({ change }) => change.kind.endsWith('-removed'))
  if (gone) return { text: `Gone since ${formatNearTime(gone.detectedAt, now)}`, isLocked: false }
  if (node.isGone) return { text: 'Gone from the source', isLocked: false }
  const lock = node.kind === 'column' ? node.column.lock : node.kind === 'table' ? node.table.lock : null
  if (node.kind === 'column' && node.column.primaryKey && lock) return { text: 'Key, always synced', isLocked: true }
  if (lock) return { text: lockText(lock, node.kind), isLocked: true }
  for (const change of node.changes) {
    const text = changeText(change, now)
    if (text) return { text, isLocked: false }
  }
  if (node.kind === 'table' && !node.table.supportsColumns) return { text: 'Takes no column settings', isLocked: false }
  if (node.kind === 'table' && !node.table.columnsComplete)
    return { text: 'Not all columns known yet', isLocked: false }
  if (node.kind === 'column' && !node.column.touched) return { text: 'Follows policy', isLocked: false }
  return null
}

function lockText(lock: Lock, kind: ObjectNode['kind']): string {
  if (lock.reason) return lock.reason
  if (lock.code === 'system') return kind === 'table' ? 'System table, stays as it is' : 'System column, stays as it is'
  return lock.code === 'deleted' ? 'Gone from the source' : 'Fixed by Fivetran'
}

function changeText({ change, detectedAt }: OpenChange, now: Instant): string | null {
  const at = formatNearTime(detectedAt, now)
  switch (change.kind) {
    case 'type-widened':
    case 'type-narrowed':
    case 'type-changed':
      return `Was ${change.base} until ${at}`
    case 'key-changed':
      return `Key was ${change.base.join(' + ') || 'none'} until ${at}`
    case 'nullability-changed':
      return `${change.revision ? 'May be empty' : 'Never empty'} since ${at}`
    case 'schema-enablement-changed':
    case 'table-enablement-changed':
    case 'column-enablement-changed':
      return `Turned ${change.revision ? 'on' : 'off'} in Fivetran, ${at}`
    case 'column-hash-changed':
      return `${change.revision ? 'Hashed' : 'Unhashed'} in Fivetran, ${at}`
    default:
      return originOfChange(change.kind) === 'outside' ? `Edited in Fivetran, ${at}` : null
  }
}
