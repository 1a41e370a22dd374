import { type Action, isPreset } from './action'

/** What the list of actions will do, in one sentence made from the actions alone. */
export function summariseDraft(actions: readonly Action[]): string {
  const kinds = new Set(actions.map(({ kind }) => kind))
  const enables = actions.filter((action) => action.kind === 'set-column-enabled' && action.enabled)
  const hashes = actions.filter((action) => action.kind === 'set-column-hashed' && action.hashed)
  if (kinds.has('create-connection')) {
    return actions.some(isPreset)
      ? 'Create this connection in Fivetran, paused, without credentials, and with these settings. Nothing syncs until a person completes its set-up there and resumes it.'
      : 'Create this connection in Fivetran, paused and without credentials. Nothing syncs until a person completes its set-up there and resumes it.'
  }
  if (kinds.has('move-baseline')) {
    return 'Compare the rows of this table with another state of it from now on. Nothing outside Headgate changes.'
  }
  if (kinds.has('add-check')) {
    return 'Hold the rows to this from the next run on, and say so when they do not. Only read in the destination; nothing outside Headgate changes.'
  }
  if (kinds.has('retire-check')) return 'Stop looking at this. What its runs found stays in the history.'
  if (kinds.has('confirm-rename')) {
    return 'Treat the new column as the old one under a new name: settings and history move over; the destination keeps both columns.'
  }
  if (actions.some((action) => action.kind === 'set-table-enabled' && action.enabled)) {
    return hashes.length > 0
      ? `Start syncing this table, with ${hashes.length} of its columns hashed from the first row on.`
      : 'Start syncing this table from the next sync on.'
  }
  if (enables.length > 0 && hashes.length > 0)
    return 'Start syncing this column, hashed from the first value on; no plain value lands.'
  const stops = actions.some((action) => 'enabled' in action && !action.enabled)
  if (stops && hashes.length > 0)
    return 'Stop syncing it, and hash it for the day it comes back. Values that landed stay as they are.'
  if (hashes.length > 0) return 'Hash the values from the next sync on; values that landed before stay as they are.'
  if (enables.length > 0)
    return 'Start syncing this column. It fills rows changed from the next sync on; nothing else moves.'
  if (actions.some((action) => action.kind === 'set-column-hashed'))
    return 'Let plain values land from the next sync on.'
  if (actions.some((action) => 'enabled' in action && !action.enabled))
    return 'Stop syncing it. Values that landed stay where they are.'
  if (kinds.has('resync-table')) return 'Read the whole table again from the source.'
  if (kinds.has('set-sync-mode')) return 'Switch the sync mode; the destination table is rewritten.'
  if (kinds.has('set-column-key')) return 'Change which columns identify a row.'
  if (kinds.has('set-change-handling')) return 'Change what happens with new tables and columns.'
  if (kinds.has('pause-connection')) return 'Stop the connection until somebody resumes it.'
  if (kinds.has('resume-connection')) return 'Let the connection deliver again.'
  return 'Take what was observed into the approved baseline. Nothing outside Headgate changes.'
}
