import { findColumn, findTable } from '@/lib/control-loop/snapshot/domain/find-in-tree'
import { formatPath, type SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { Action } from './action'
import { promiseKey } from './check-promise'
import type { DraftSide } from './drafting'

/** The setting an action moves and to what, so that two drafts can be laid side by side. */
export interface Setting {
  path: string
  setting: DraftSide['setting']
  value: string
  /** Lets fewer plain values through than its opposite: where drafters differ, this one stands. */
  isProtective: boolean
}

const yesNo = (value: boolean) => (value ? 'yes' : 'no')

/** null for what moves no setting of a table or column: bookkeeping, re-reading, the connection itself. */
export function settingOfAction(action: Action): Setting | null {
  switch (action.kind) {
    case 'set-column-enabled':
    case 'set-table-enabled':
    case 'set-schema-enabled':
      return {
        path: pathOf(action),
        setting: 'synced',
        value: yesNo(action.enabled),
        isProtective: !action.enabled,
      }
    case 'set-column-hashed':
      return { path: pathOf(action), setting: 'hashed', value: yesNo(action.hashed), isProtective: action.hashed }
    case 'set-column-key':
      return { path: pathOf(action), setting: 'key', value: yesNo(action.primaryKey), isProtective: false }
    case 'set-sync-mode':
      return { path: pathOf(action), setting: 'sync mode', value: action.syncMode, isProtective: false }
    default:
      return null
  }
}

/** One text for one setting of one object; unlike the shown path it cannot be the same for two, whatever the names hold. */
export function settingKey(action: Action): string {
  const place = [
    'schema' in action ? action.schema : null,
    'table' in action ? action.table : null,
    'column' in action ? action.column : null,
    'check' in action ? promiseKey(action.check.promise) : null,
  ]
  return JSON.stringify([settingOfAction(action)?.setting ?? action.kind, ...place])
}

/** True when the latest snapshot already has what the action would set. */
export function isAlreadySet(action: Action, tree: SchemaTree): boolean {
  switch (action.kind) {
    case 'set-column-enabled':
      return findColumn(tree, action)?.enabled === action.enabled
    case 'set-column-hashed':
      return findColumn(tree, action)?.hashed === action.hashed
    case 'set-column-key':
      return findColumn(tree, action)?.primaryKey === action.primaryKey
    case 'set-table-enabled':
      return findTable(tree, action)?.enabled === action.enabled
    case 'set-sync-mode':
      return findTable(tree, action)?.syncMode === action.syncMode
    default:
      return false
  }
}

function pathOf(action: Action): string {
  return formatPath({
    schema: 'schema' in action ? action.schema : undefined,
    table: 'table' in action ? action.table : undefined,
    column: 'column' in action ? action.column : undefined,
  })
}
