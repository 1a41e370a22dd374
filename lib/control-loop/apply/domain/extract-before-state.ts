import type { Action } from '@/lib/control-loop/proposal/domain/action'
import { findColumn, findTable } from '@/lib/control-loop/snapshot/domain/find-in-tree'
import { formatPath, type SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { BeforeState } from './plan-step'

type Touched = { schema: string; table?: string; column?: string }
type StateObject = BeforeState['objects'][number]

function touchedBy(action: Action): Touched[] {
  switch (action.kind) {
    case 'set-column-enabled':
    case 'set-column-hashed':
    case 'set-column-key':
      return [{ schema: action.schema, table: action.table, column: action.column }]
    case 'confirm-rename':
      return [action.from, action.to].map((column) => ({ schema: action.schema, table: action.table, column }))
    case 'set-table-enabled':
    case 'set-sync-mode':
    case 'resync-table':
      return [{ schema: action.schema, table: action.table }]
    case 'set-schema-enabled':
      return [{ schema: action.schema }]
    case 'set-change-handling':
    case 'pause-connection':
    case 'resume-connection':
    case 'accept-changes':
    case 'add-check':
    case 'retire-check':
    case 'move-baseline':
    case 'create-connection':
    case 'preset-change-handling':
    case 'preset-table':
    case 'preset-column':
      return []
  }
}

function readObject(tree: SchemaTree, touched: Touched): StateObject {
  const empty = { path: formatPath(touched), enabled: null, hashed: null, primaryKey: null, syncMode: null }
  const { schema, table, column } = touched
  if (table !== undefined && column !== undefined) {
    const state = findColumn(tree, { schema, table, column })
    if (!state) return { ...empty, presence: 'missing' }
    // The settings of a column that is gone at the source bind nothing, and the service rewrites them as it likes.
    if (state.inSource === false) return { ...empty, presence: 'deleted' }
    return { ...empty, enabled: state.enabled, hashed: state.hashed, primaryKey: state.primaryKey, presence: 'present' }
  }
  if (table !== undefined) {
    const state = findTable(tree, { schema, table })
    if (!state) return { ...empty, presence: 'missing' }
    return { ...empty, enabled: state.enabled, syncMode: state.syncMode, presence: 'present' }
  }
  const state = Object.hasOwn(tree.schemas, schema) ? tree.schemas[schema] : undefined
  return state ? { ...empty, enabled: state.enabled, presence: 'present' } : { ...empty, presence: 'missing' }
}

/**
 * The live values of everything the actions touch, read out of a tree. The same function reads the snapshot a proposal was drafted
 * from and the fresh read before an apply, so equal states always give equal hashes. Objects are sorted by path.
 */
export function extractBeforeState(actions: readonly Action[], tree: SchemaTree, paused: boolean): BeforeState {
  const touched = new Map(actions.flatMap(touchedBy).map((object) => [formatPath(object), object]))
  const touchesPause = actions.some(({ kind }) => kind === 'pause-connection' || kind === 'resume-connection')
  const touchesHandling = actions.some(({ kind }) => kind === 'set-change-handling')
  return {
    paused: touchesPause ? paused : null,
    changeHandling: touchesHandling ? tree.changeHandling : null,
    objects: [...touched.keys()].sort().map((path) => readObject(tree, touched.get(path) as Touched)),
  }
}

/** The tables whose columns must be read from the source to know the state of these actions. */
export function tablesToRead(actions: readonly Action[]): { schema: string; table: string }[] {
  const tables = new Map<string, { schema: string; table: string }>()
  for (const { schema, table, column } of actions.flatMap(touchedBy)) {
    if (table !== undefined && column !== undefined) tables.set(formatPath({ schema, table }), { schema, table })
  }
  return [...tables.values()]
}
