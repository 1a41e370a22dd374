import type { BeforeState } from '@/lib/control-loop/apply/domain/plan-step'
import type { Action } from '@/lib/control-loop/proposal/domain/action'
import { formatPath, type Path } from '@/lib/control-loop/snapshot/domain/schema-tree'

/** One value of the proposed column that a person may switch. */
export interface EditSlot {
  key: string
  path: string
  target: Path
  field: 'synced' | 'hashed' | 'primary key'
  /** The live value; null when nobody could read it. */
  live: boolean | null
  proposed: boolean
}

export const slotKey = (path: string, field: string): string => `${path}\n${field}`

const columnFields = ['synced', 'hashed', 'primary key'] as const

/** Path and switch of an action that is one; null for the kinds that are no yes-or-no of one object. */
function switchOf(action: Action): { target: Path; field: EditSlot['field']; value: boolean } | null {
  switch (action.kind) {
    case 'set-column-enabled':
      return { target: columnOf(action), field: 'synced', value: action.enabled }
    case 'set-column-hashed':
      return { target: columnOf(action), field: 'hashed', value: action.hashed }
    case 'set-column-key':
      return { target: columnOf(action), field: 'primary key', value: action.primaryKey }
    case 'set-table-enabled':
      return { target: { schema: action.schema, table: action.table }, field: 'synced', value: action.enabled }
    case 'set-schema-enabled':
      return { target: { schema: action.schema }, field: 'synced', value: action.enabled }
    default:
      return null
  }
}

function columnOf({ schema, table, column }: { schema: string; table: string; column: string }): Path {
  return { schema, table, column }
}

function liveValue(before: BeforeState, path: string, field: EditSlot['field']): boolean | null {
  const object = before.objects.find((candidate) => candidate.path === path)
  if (!object) return null
  return field === 'synced' ? object.enabled : field === 'hashed' ? object.hashed : object.primaryKey
}

/** Every switch an editor offers: all three of each column the proposal touches, `synced` of each table and schema. */
export function editSlots(actions: readonly Action[], before: BeforeState): EditSlot[] {
  const proposed = new Map<string, boolean>()
  const targets = new Map<string, Path>()
  for (const action of actions) {
    const one = switchOf(action)
    if (!one) continue
    const path = formatPath(one.target)
    targets.set(path, one.target)
    proposed.set(slotKey(path, one.field), one.value)
  }
  return [...targets].flatMap(([path, target]) =>
    (target.column === undefined ? (['synced'] as const) : columnFields).map((field) => {
      const key = slotKey(path, field)
      const live = liveValue(before, path, field)
      return { key, path, target, field, live, proposed: proposed.get(key) ?? live ?? false }
    }),
  )
}

function actionOf(slot: EditSlot, value: boolean): Action {
  const { schema = '', table, column } = slot.target
  if (table === undefined) return { kind: 'set-schema-enabled', schema, enabled: value }
  if (column === undefined) return { kind: 'set-table-enabled', schema, table, enabled: value }
  const path = { schema, table, column }
  if (slot.field === 'synced') return { kind: 'set-column-enabled', ...path, enabled: value }
  if (slot.field === 'hashed') return { kind: 'set-column-hashed', ...path, hashed: value }
  return { kind: 'set-column-key', ...path, primaryKey: value }
}

/**
 * The actions of the next revision: a switch that reads as the live state already needs none, every other one does, and actions that are no switch
 * (pauses, re-syncs, acceptances, renames, modes) stay as they are, after them. May return an empty list: then there is nothing to propose.
 */
export function editActions(
  actions: readonly Action[],
  slots: readonly EditSlot[],
  values: Readonly<Record<string, boolean>>,
): Action[] {
  const switched = slots.flatMap((slot) => {
    const value = values[slot.key] ?? slot.proposed
    const isUntouchedUnknown = slot.live === null && !isProposed(actions, slot) && values[slot.key] === undefined
    return value === slot.live || isUntouchedUnknown ? [] : [actionOf(slot, value)]
  })
  return [...switched, ...actions.filter((action) => switchOf(action) === null)]
}

function isProposed(actions: readonly Action[], slot: EditSlot): boolean {
  return actions.some((action) => {
    const one = switchOf(action)
    return one !== null && one.field === slot.field && formatPath(one.target) === slot.path
  })
}
