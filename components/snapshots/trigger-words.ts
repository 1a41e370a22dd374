import type { SnapshotSummary } from '@/lib/control-loop/snapshot/contract'

/** What made Headgate look. */
export const triggerWords: Record<SnapshotSummary['trigger'], string> = {
  first: 'First look',
  delivery: 'A delivery said so',
  poll: 'Polled',
  person: 'Refreshed by a person',
  apply: 'After an apply run',
}
