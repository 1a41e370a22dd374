import type { ProposalList } from '@/lib/control-loop/proposal/contract'

/** The views of the queue, in the order of its menu. */
export const queueViews = ['mine', 'waiting', 'high-risk', 'snoozed', 'watching', 'approved', 'done'] as const
export type QueueView = (typeof queueViews)[number]

export const queueViewWords: Record<QueueView, string> = {
  mine: 'Mine',
  waiting: 'All waiting',
  'high-risk': 'High risk',
  snoozed: 'Snoozed',
  watching: 'Handed over',
  approved: 'Approved',
  done: 'Done',
}

/** How many a view holds; null for the one nobody counts. */
export function countOfView(view: QueueView, counts: ProposalList['counts']): number | null {
  if (view === 'done') return null
  return view === 'high-risk' ? counts.highRisk : counts[view]
}
