import type { Action } from '@/lib/control-loop/proposal/domain/action'
import type { ObjectNode } from './schema-node'

/** The setting of a row that a person wants other than it is. */
export type Setting = 'synced' | 'hashed'

/** The action that turns one setting of the object over; null where the object has no such setting. */
export function actionToTurn(node: ObjectNode, setting: Setting): Action | null {
  const { schema, table, column } = node.path
  if (schema === undefined) return null
  if (node.kind === 'column' && table !== undefined && column !== undefined) {
    return setting === 'synced'
      ? { kind: 'set-column-enabled', schema, table, column, enabled: !node.column.enabled }
      : { kind: 'set-column-hashed', schema, table, column, hashed: !node.column.hashed }
  }
  if (setting === 'hashed') return null
  if (node.kind === 'table' && table !== undefined) {
    return { kind: 'set-table-enabled', schema, table, enabled: !node.table.enabled }
  }
  return node.kind === 'schema' ? { kind: 'set-schema-enabled', schema, enabled: !node.schema.enabled } : null
}

/** What an action is about, whatever value it sets: two actions with one subject contradict or repeat each other. */
export function subjectOf(action: Action): string {
  return JSON.stringify([
    action.kind,
    'schema' in action ? action.schema : null,
    'table' in action ? action.table : null,
    'column' in action ? action.column : null,
  ])
}

/** The draft with the action added; asking for the same again takes it back, asking for another value replaces it. */
export function toggleStaged(draft: readonly Action[], action: Action): Action[] {
  const subject = subjectOf(action)
  const same = draft.find((staged) => subjectOf(staged) === subject)
  const rest = draft.filter((staged) => staged !== same)
  return same && JSON.stringify(same) === JSON.stringify(action) ? rest : [...rest, action]
}
