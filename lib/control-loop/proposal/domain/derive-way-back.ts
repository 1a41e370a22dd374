import type { WayBack } from '@/lib/control-loop/policy/domain/verdict'
import type { Action } from './action'

const order = ['full', 'forward-only', 'cannot-come-back'] as const

function wayBackOf(action: Action): WayBack {
  switch (action.kind) {
    case 'set-column-hashed':
      return action.hashed
        ? {
            level: 'forward-only',
            sentence:
              'Unhashing is one step, but the column stays text. Plain values return only with a full re-sync of the table; plain values that landed before stay where they were copied.',
          }
        : {
            level: 'cannot-come-back',
            sentence: 'Plain values land with the next sync. Hashing again does not take back what was read.',
          }
    case 'set-column-enabled':
    case 'set-table-enabled':
    case 'set-schema-enabled':
      return action.enabled
        ? {
            level: 'full',
            sentence:
              'Exclude it again in one step. Values that landed stay in the destination until someone drops them.',
          }
        : {
            level: 'forward-only',
            sentence: 'Include it again in one step. Rows changed in between come back only with a re-sync.',
          }
    case 'set-sync-mode':
      return {
        level: 'forward-only',
        sentence: 'The mode can be set back; versions kept or dropped by the switch are not restored.',
      }
    case 'set-column-key':
      return {
        level: 'forward-only',
        sentence: 'The key can be set back; rows merged under the other key need a re-sync.',
      }
    case 'resync-table':
      return {
        level: 'cannot-come-back',
        sentence: 'A re-sync cannot be undone, and it clears values of columns that are gone at the source.',
      }
    case 'set-change-handling':
    case 'pause-connection':
    case 'resume-connection':
      return { level: 'full', sentence: 'Set it back in one step.' }
    case 'create-connection':
      return {
        level: 'forward-only',
        sentence:
          'Headgate deletes no connection. It stays paused and empty until someone completes and resumes it; who does not want it deletes it in Fivetran, and its name is free again.',
      }
    case 'preset-change-handling':
    case 'preset-table':
    case 'preset-column':
      return {
        level: 'full',
        sentence: 'Nothing has synced by it; once Fivetran has read the source it can be set otherwise.',
      }
    case 'add-check':
    case 'retire-check':
      return { level: 'full', sentence: 'Set it back in one step; what its runs found stays in the history.' }
    case 'accept-changes':
      return { level: 'full', sentence: 'The earlier baseline stays in the history; nothing outside Headgate changes.' }
    case 'move-baseline':
      return { level: 'full', sentence: 'The earlier version stays on record; another move takes it up again.' }
    case 'confirm-rename':
      return { level: 'full', sentence: 'The link can be taken back; nothing in the destination was renamed.' }
  }
}

/** How far a list of actions can be taken back: the worst of its members decides, and its sentence is the one shown. */
export function deriveWayBack(actions: readonly Action[]): WayBack {
  return actions
    .map(wayBackOf)
    .reduce((worst, next) => (order.indexOf(next.level) > order.indexOf(worst.level) ? next : worst))
}
