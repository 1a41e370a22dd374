import type { SyncView } from '@/lib/control-loop/connection/contract'

export interface SyncBar {
  key: string
  /** Trouble rises: the higher, the worse. */
  look: 'passed' | 'watched' | 'failed' | 'running' | 'none'
  label: string
}

/** The longest strip a row has room for. */
export const SYNC_BARS_MAX = 24

const looks: Record<SyncView['status'], SyncBar['look']> = {
  successful: 'passed',
  rescheduled: 'watched',
  cancelled: 'watched',
  failed: 'failed',
  'failed-with-task': 'failed',
  running: 'running',
}

/** The words for how a sync ended. */
export const syncWords: Record<SyncView['status'], string> = {
  successful: 'Succeeded',
  rescheduled: 'Rescheduled',
  cancelled: 'Cancelled',
  failed: 'Failed',
  'failed-with-task': 'Failed: needs a person',
  running: 'Running',
}

/** When a sync happened, for order: its end, or its start while it runs. */
export function syncInstant(sync: SyncView): string {
  return sync.endedAt ?? sync.startedAt ?? ''
}

/** Latest first, whatever order they came in. */
export function latestFirst(syncs: readonly SyncView[]): SyncView[] {
  return [...syncs].sort((one, other) => Date.parse(syncInstant(other)) - Date.parse(syncInstant(one)) || 0)
}

/** Up to 24 bars, oldest at the start, padded at the start where there is no history yet, and one sentence that says the same. */
export function prepareSyncStrip(syncs: readonly SyncView[]): { bars: SyncBar[]; summary: string } {
  const shown = latestFirst(syncs).slice(0, SYNC_BARS_MAX).reverse()
  const missing = Array.from({ length: SYNC_BARS_MAX - shown.length }, (_, index): SyncBar => {
    return { key: `none-${index}`, look: 'none', label: 'No sync recorded' }
  })
  const bars = shown.map((sync, index): SyncBar => {
    return { key: `${index}-${syncInstant(sync)}`, look: looks[sync.status], label: syncWords[sync.status] }
  })
  const failed = bars.filter(({ look }) => look === 'failed').length
  const watched = bars.filter(({ look }) => look === 'watched').length
  const trouble = [failed > 0 && `${failed} failed`, watched > 0 && `${watched} rescheduled or cancelled`].filter(
    Boolean,
  )
  const summary =
    shown.length === 0
      ? 'No sync recorded yet'
      : `Last ${shown.length} syncs: ${trouble.length > 0 ? trouble.join(', ') : 'all succeeded'}`
  return { bars: [...missing, ...bars], summary }
}
