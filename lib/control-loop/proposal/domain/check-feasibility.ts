import { findColumn, findTable } from '@/lib/control-loop/snapshot/domain/find-in-tree'
import type { Lock, SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { type Action, type ApplyPath, applyPathOf } from './action'
import { checkPlanned } from './check-planned'
import { columnsOf, findPromiseFault } from './check-promise'

/** One action with the route it takes and whether the route is open, decided before a person sees it. */
export interface CheckedAction {
  action: Action
  applyPath: ApplyPath
  feasible: boolean
  reason: string
}

const allowed = 'Fivetran allows it.'

function lockReason(lock: Lock, name: string): string {
  if (lock.reason) return `${lock.reason}.`.replace('..', '.')
  return lock.code === 'deleted' ? `\`${name}\` is gone from the source.` : `Fivetran keeps \`${name}\` as it is.`
}

function refuse(action: Action, reason: string): CheckedAction {
  return { action, applyPath: 'not-possible', feasible: false, reason }
}

function checkColumn(
  action: Extract<Action, { kind: 'set-column-enabled' | 'set-column-hashed' | 'set-column-key' }>,
  tree: SchemaTree,
): CheckedAction {
  const table = findTable(tree, action)
  if (!table) return refuse(action, `There is no table \`${action.schema}.${action.table}\` in the latest snapshot.`)
  if (!table.supportsColumns) return refuse(action, `Fivetran takes no column settings for \`${action.table}\`.`)
  const column = findColumn(tree, action)
  if (!column) return refuse(action, `There is no column \`${action.column}\` in \`${action.table}\`.`)
  if (column.inSource === false) return refuse(action, `\`${action.column}\` is gone from the source.`)
  if (column.lock && action.kind === 'set-column-enabled' && action.enabled !== column.enabled) {
    return refuse(action, lockReason(column.lock, action.column))
  }
  if (column.primaryKey && action.kind === 'set-column-hashed' && action.hashed) {
    return refuse(action, `\`${action.column}\` is part of the key; Fivetran does not hash keys.`)
  }
  if (action.kind === 'set-column-hashed' && !action.hashed && column.hashed) {
    return {
      action,
      applyPath: 'fivetran-api',
      feasible: true,
      reason: 'Fivetran allows it; the column stays text and old rows stay hashed.',
    }
  }
  return { action, applyPath: 'fivetran-api', feasible: true, reason: allowed }
}

function checkTable(
  action: Extract<Action, { kind: 'set-table-enabled' | 'set-sync-mode' | 'resync-table' }>,
  tree: SchemaTree,
): CheckedAction {
  const table = findTable(tree, action)
  if (!table) return refuse(action, `There is no table \`${action.schema}.${action.table}\` in the latest snapshot.`)
  if (table.lock && action.kind !== 'resync-table') return refuse(action, lockReason(table.lock, action.table))
  if (action.kind === 'set-sync-mode' && table.syncMode === null) {
    return refuse(action, `\`${action.table}\` cannot switch its sync mode.`)
  }
  return { action, applyPath: 'fivetran-api', feasible: true, reason: allowed }
}

/** A promise must make sense, and what it reads must be in the snapshot under the destination's name. A check that is retired may be of what is gone. */
function checkPromised(
  action: Extract<Action, { kind: 'add-check' | 'retire-check' }>,
  tree: SchemaTree,
): CheckedAction {
  const accept: CheckedAction = {
    action,
    applyPath: 'catalog',
    feasible: true,
    reason: 'Headgate looks at the rows in the destination, read-only.',
  }
  if (action.kind === 'retire-check') return accept
  const { promise } = action.check
  const fault = findPromiseFault(promise)
  if (fault !== null) return refuse(action, fault)
  const read = [
    { schema: action.schema, table: action.table, columns: columnsOf(promise) },
    ...(promise.kind === 'referential' ? [{ ...promise.parent, columns: [promise.parent.column] }] : []),
  ]
  for (const { columns, ...path } of read) {
    const table = findTable(tree, path)
    if (!table) return refuse(action, `There is no table \`${path.schema}.${path.table}\` in the latest snapshot.`)
    const names = new Set(Object.values(table.columns).map(({ destinationName }) => destinationName))
    const missing = columns.find((column) => !names.has(column))
    if (missing !== undefined)
      return refuse(action, `\`${path.table}\` has no column \`${missing}\` in the destination.`)
  }
  return accept
}

/**
 * Checks one action against the latest snapshot: named objects must exist and their settings must be open. Without a tree the connection is only
 * planned, and the proposal it belongs to says of which type it will be.
 */
export function checkFeasibility(
  action: Action,
  tree: SchemaTree | null,
  actions: readonly Action[] = [action],
): CheckedAction {
  if (tree === null) return checkPlanned(action, actions)
  switch (action.kind) {
    case 'create-connection':
    case 'preset-change-handling':
    case 'preset-table':
    case 'preset-column':
      return refuse(action, 'This connection exists already.')
    case 'set-column-enabled':
    case 'set-column-hashed':
    case 'set-column-key':
      return checkColumn(action, tree)
    case 'set-table-enabled':
    case 'set-sync-mode':
    case 'resync-table':
      return checkTable(action, tree)
    case 'set-schema-enabled':
      return Object.hasOwn(tree.schemas, action.schema)
        ? { action, applyPath: 'fivetran-api', feasible: true, reason: allowed }
        : refuse(action, `There is no schema \`${action.schema}\` in the latest snapshot.`)
    case 'add-check':
    case 'retire-check':
      return checkPromised(action, tree)
    case 'confirm-rename': {
      const there = findColumn(tree, { ...action, column: action.to })
      return there
        ? {
            action,
            applyPath: 'catalog',
            feasible: true,
            reason: 'Fivetran cannot rename in the destination; Headgate keeps the link.',
          }
        : refuse(action, `There is no column \`${action.to}\` in \`${action.table}\`.`)
    }
    case 'move-baseline':
      return findTable(tree, action)
        ? { action, applyPath: 'catalog', feasible: true, reason: 'Recorded by Headgate; nothing outside changes.' }
        : refuse(action, `There is no table \`${action.schema}.${action.table}\` in the latest snapshot.`)
    case 'set-change-handling':
    case 'pause-connection':
    case 'resume-connection':
      return { action, applyPath: 'fivetran-api', feasible: true, reason: allowed }
    case 'accept-changes':
      return {
        action,
        applyPath: applyPathOf(action.kind),
        feasible: true,
        reason: 'Recorded by Headgate; nothing outside changes.',
      }
  }
}
