import type { RunOutcome } from '@/components/charts/prepare-run-strip'
import type { SyncView } from '@/lib/control-loop/connection/contract'

/** The longest strip a row has room for. */
export const SYNC_BARS_MAX = 24

const outcomes: Record<Exclude<SyncView['status'], 'running'>, RunOutcome> = {
  successful: 'pass',
  rescheduled: 'warn',
  cancelled: 'warn',
  failed: 'fail',
  'failed-with-task': 'fail',
}

/** The words for how a sync ended. */
export const syncWords: Record<SyncView['status'], string> = {
  successful: 'Succeeded',
  rescheduled: 'Rescheduled',
  cancelled: 'Cancelled',
  failed: 'Failed',
  'failed-with-task': 'Failed, needs a person',
  running: 'Running',
}

/** When a sync happened: its end, or its start while it runs; null when neither was told. */
export function syncInstant(sync: SyncView): string | null {
  return sync.endedAt ?? sync.startedAt
}

/** Latest first, whatever order they came in. */
export function latestFirst(syncs: readonly SyncView[]): SyncView[] {
  const at = (sync: SyncView) => Date.parse(syncInstant(sync) ?? '') || 0
  return [...syncs].sort((one, other) => at(other) - at(one))
}

/** How the syncs that ended did, oldest first, for a strip. One that still runs has no outcome yet. */
export function syncOutcomes(syncs: readonly SyncView[]): RunOutcome[] {
  return latestFirst(syncs)
    .flatMap(({ status }) => (status === 'running' ? [] : [outcomes[status]]))
    .slice(0, SYNC_BARS_MAX)
    .reverse()
}
