import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { type Action, isPreset } from './action'
import { type CheckPromise, columnsOf } from './check-promise'
import { connectionName } from './connector-types'

/** Verb and object of one action, generated from the typed action and never from prose. */
export interface ActionDescription {
  verb: string
  /** Formatted path; empty for the connection itself. */
  path: string
}

const kindWords: Record<CheckPromise['kind'], string> = {
  'not-null': 'empty values',
  unique: 'doubles',
  'accepted-values': 'the values',
  range: 'the range',
  pattern: 'the form',
  length: 'the length',
  referential: 'the parent',
  freshness: 'the freshness',
  'row-count': 'the rows',
  aggregate: 'a statistic',
}

function verbOf(action: Action): string {
  switch (action.kind) {
    case 'set-column-enabled':
    case 'set-table-enabled':
    case 'set-schema-enabled':
      return action.enabled ? 'Include' : 'Exclude'
    case 'set-column-hashed':
      return action.hashed ? 'Hash' : 'Unhash'
    case 'set-column-key':
      return action.primaryKey ? 'Make key' : 'Drop from key'
    case 'set-sync-mode':
      return { 'soft-delete': 'Soft-delete mode for', history: 'History mode for', live: 'Live mode for' }[
        action.syncMode
      ]
    case 'set-change-handling':
      return {
        'allow-all': 'Allow all new things',
        'allow-columns': 'Allow new columns',
        'block-all': 'Block new things',
      }[action.changeHandling]
    case 'resync-table':
      return 'Re-sync'
    case 'pause-connection':
      return 'Pause'
    case 'resume-connection':
      return 'Resume'
    case 'accept-changes':
      return 'Accept'
    case 'confirm-rename':
      return 'Confirm rename of'
    case 'add-check':
      return `Check ${kindWords[action.check.promise.kind]} of`
    case 'retire-check':
      return `Stop checking ${kindWords[action.check.promise.kind]} of`
    case 'move-baseline':
      return 'Move the baseline of'
    case 'create-connection':
      return `Create ${action.service} connection`
    case 'preset-change-handling':
    case 'preset-table':
    case 'preset-column':
      return 'Preset'
  }
}

/** Describes one action as verb and path. */
export function describeAction(action: Action): ActionDescription {
  if (action.kind === 'confirm-rename') {
    return {
      verb: 'Confirm rename to',
      path: formatPath({ schema: action.schema, table: action.table, column: action.to }),
    }
  }
  if (action.kind === 'add-check' || action.kind === 'retire-check') {
    const [column, ...others] = columnsOf(action.check.promise)
    const isOne = column !== undefined && others.length === 0
    return {
      verb: verbOf(action),
      path: formatPath({ schema: action.schema, table: action.table, column: isOne ? column : undefined }),
    }
  }
  if (action.kind === 'create-connection') return { verb: verbOf(action), path: connectionName(action) }
  const path = {
    schema: 'schema' in action ? action.schema : undefined,
    table: 'table' in action ? action.table : undefined,
    column: 'column' in action ? action.column : undefined,
  }
  return { verb: verbOf(action), path: formatPath(path) }
}

function joinVerbs(verbs: string[]): string {
  const [first = '', ...rest] = verbs
  return [first, ...rest.map((verb) => verb.charAt(0).toLowerCase() + verb.slice(1))].join(' and ')
}

/** The longest name path that all of these begin with. */
function sharedPath(paths: readonly string[]): string {
  const [first = '', ...rest] = paths.map((path) => path.split('.'))
  const shared = [...first].findIndex((part, index) => rest.some((other) => other[index] !== part))
  return (shared === -1 ? [...first] : [...first].slice(0, shared)).join('.')
}

/**
 * One headline for a list of actions: `Include and hash` + path when they share it, `Hash 5 columns of` + table otherwise.
 * `fallbackPath` names the object when the actions themselves carry none (an acceptance).
 */
export function describeActions(actions: readonly Action[], fallbackPath: string): ActionDescription {
  // A rename or a new connection is what it is about; the settings that come with it stand below.
  const rename = actions.find((action) => action.kind === 'confirm-rename' || action.kind === 'create-connection')
  if (rename) return describeAction(rename)
  const told = actions.filter((action) => action.kind !== 'accept-changes' || actions.length === 1)
  const described = (told.length > 0 ? told : actions).map(describeAction)
  const paths = new Set(described.map((description) => description.path))
  const [only] = paths
  if (paths.size === 1) {
    const verbs = [...new Set(described.map((description) => description.verb))]
    return { verb: joinVerbs(verbs), path: only || fallbackPath }
  }
  const tables = new Set(actions.flatMap((action) => (isPreset(action) && 'table' in action ? [action.table] : [])))
  if (actions.every(isPreset))
    return {
      verb: `Preset ${tables.size} ${tables.size === 1 ? 'table' : 'tables'} of`,
      path: fallbackPath || sharedPath([...paths]),
    }
  const table = actions.find((action) => action.kind === 'set-table-enabled')
  if (table) return describeAction(table)
  const verbs = [...new Set(described.map((description) => description.verb))]
  return { verb: `${joinVerbs(verbs)} ${described.length} objects of`, path: sharedPath([...paths]) || fallbackPath }
}
