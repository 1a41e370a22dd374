import type { Action } from '@/lib/control-loop/proposal/domain/action'
import { applyPathOf, isPreset } from '@/lib/control-loop/proposal/domain/action'
import { describeAction, describeActions } from '@/lib/control-loop/proposal/domain/describe-actions'
import { describeBound, describePromise } from '@/lib/control-loop/proposal/domain/describe-promise'
import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { BeforeState, FieldMove, PlanStep } from './plan-step'

type StateObject = BeforeState['objects'][number]

/** What a setting is before anybody has read the source. */
const asFound = 'as Fivetran finds it'

export const yesNo = (value: boolean | null): string => (value === null ? 'unknown' : value ? 'yes' : 'no')

function objectAt(before: BeforeState, path: string): StateObject | undefined {
  return before.objects.find((object) => object.path === path)
}

/** What one action does to which field, from the live value to the wanted one. */
export function moveOf(action: Action, before: BeforeState): FieldMove {
  const path = formatPath({
    schema: 'schema' in action ? action.schema : undefined,
    table: 'table' in action ? action.table : undefined,
    column: 'column' in action ? action.column : undefined,
  })
  const live = objectAt(before, path)
  switch (action.kind) {
    case 'set-column-enabled':
    case 'set-table-enabled':
    case 'set-schema-enabled':
      return { path, field: 'synced', before: yesNo(live?.enabled ?? null), after: yesNo(action.enabled) }
    case 'set-column-hashed':
      return { path, field: 'hashed', before: yesNo(live?.hashed ?? null), after: yesNo(action.hashed) }
    case 'set-column-key':
      return { path, field: 'primary key', before: yesNo(live?.primaryKey ?? null), after: yesNo(action.primaryKey) }
    case 'set-sync-mode':
      return { path, field: 'sync mode', before: live?.syncMode ?? 'unknown', after: action.syncMode }
    case 'set-change-handling':
      return { path: '', field: 'new things', before: before.changeHandling ?? 'unknown', after: action.changeHandling }
    case 'pause-connection':
    case 'resume-connection':
      return {
        path: '',
        field: 'paused',
        before: yesNo(before.paused),
        after: yesNo(action.kind === 'pause-connection'),
      }
    case 'resync-table':
      return { path, field: 'history', before: 'as it is', after: 'read again' }
    case 'accept-changes':
      return { path: '', field: 'baseline', before: 'as approved before', after: 'as observed' }
    case 'move-baseline':
      return {
        path,
        field: 'drift baseline',
        before: 'as approved before',
        after:
          action.source.kind === 'profile'
            ? `measured ${action.source.measuredAt.slice(0, 16).replace('T', ' ')} UTC`
            : action.source.kind === 'date'
              ? action.source.date
              : `${action.source.days} days, ${action.source.gapDays} days ago`,
      }
    case 'create-connection':
      return { path: '', field: 'connection', before: before.connection ?? 'unknown', after: 'paused' }
    case 'preset-change-handling':
      return { path: '', field: 'new things', before: asFound, after: action.changeHandling }
    case 'preset-table':
      return {
        path,
        field: 'preset',
        before: asFound,
        after: action.enabled ? ['synced', action.syncMode].filter((part) => part !== null).join(', ') : 'not synced',
      }
    case 'preset-column':
      return {
        path,
        field: 'preset',
        before: asFound,
        after: action.enabled ? (action.hashed ? 'synced, hashed' : 'synced') : 'not synced',
      }
    case 'add-check':
    case 'retire-check': {
      const { promise, severity, blocking } = action.check
      const means = `${severity === 'fail' ? 'else it fails' : 'else it warns'}${blocking ? ' and blocks' : ''}`
      const terms = `${describePromise(promise).replaceAll('`', '')} (${describeBound(promise)}), ${means}`
      const isAdded = action.kind === 'add-check'
      return {
        path: describeAction(action).path,
        field: 'check',
        before: isAdded ? 'not held to this' : terms,
        after: isAdded ? terms : 'not looked at',
      }
    }
    case 'confirm-rename':
      return {
        path: formatPath({ ...action, column: action.to }),
        field: 'name',
        before: action.from,
        after: action.to,
      }
  }
}

/** The action that undoes one, made of the live value; null when nothing does. */
function reverseOf(action: Action, before: BeforeState): Action | null {
  const live = 'schema' in action ? objectAt(before, moveOf(action, before).path) : undefined
  switch (action.kind) {
    case 'set-column-enabled':
    case 'set-table-enabled':
    case 'set-schema-enabled':
      return live?.enabled == null || live.enabled === action.enabled ? null : { ...action, enabled: live.enabled }
    case 'set-column-hashed':
      return live?.hashed == null || live.hashed === action.hashed ? null : { ...action, hashed: live.hashed }
    case 'set-column-key':
      return live?.primaryKey == null || live.primaryKey === action.primaryKey
        ? null
        : { ...action, primaryKey: live.primaryKey }
    case 'set-sync-mode':
      return live?.syncMode === 'soft-delete' || live?.syncMode === 'history' || live?.syncMode === 'live'
        ? { ...action, syncMode: live.syncMode }
        : null
    case 'set-change-handling': {
      const handling = before.changeHandling
      return handling === 'allow-all' || handling === 'allow-columns' || handling === 'block-all'
        ? { kind: 'set-change-handling', changeHandling: handling }
        : null
    }
    case 'pause-connection':
      return before.paused === false ? { kind: 'resume-connection' } : null
    case 'resume-connection':
      return before.paused === true ? { kind: 'pause-connection' } : null
    case 'add-check':
      return { ...action, kind: 'retire-check' }
    case 'retire-check':
      return { ...action, kind: 'add-check' }
    case 'resync-table':
    case 'accept-changes':
    case 'confirm-rename':
    case 'move-baseline':
    case 'create-connection':
    case 'preset-change-handling':
    case 'preset-table':
    case 'preset-column':
      return null
  }
}

/** A connection is made before anything is set on it. Pausing goes first and resuming last; settings go together in one request; re-syncs follow them; our own records close the run. */
const groups: readonly { of: (action: Action) => boolean }[] = [
  { of: ({ kind }) => kind === 'create-connection' },
  { of: isPreset },
  { of: ({ kind }) => kind === 'pause-connection' },
  {
    of: (action) =>
      applyPathOf(action.kind) === 'fivetran-api' &&
      !isPreset(action) &&
      !['create-connection', 'pause-connection', 'resume-connection', 'resync-table'].includes(action.kind),
  },
  { of: ({ kind }) => kind === 'resync-table' },
  { of: ({ kind }) => kind === 'resume-connection' },
  { of: ({ kind }) => applyPathOf(kind) === 'catalog' },
]

/**
 * Turns actions into the ordered step list that is shown, approved and executed. Requests are filled in by the caller, because only
 * the integration knows how an edit is written. `fallbackPath` names the object where the actions carry none.
 */
export function planSteps(actions: readonly Action[], before: BeforeState, fallbackPath: string): PlanStep[] {
  return groups
    .map(({ of }) => actions.filter(of))
    .filter((group) => group.length > 0)
    .map((group, index) => {
      const { verb, path } = describeActions(group, fallbackPath)
      return {
        index,
        title: `${verb} ${path}`.trim(),
        applyPath: applyPathOf((group[0] as Action).kind),
        actions: group,
        moves: group.map((action) => moveOf(action, before)),
        request: null,
        reverse: group.map((action) => reverseOf(action, before)).filter((action) => action !== null),
      }
    })
}
