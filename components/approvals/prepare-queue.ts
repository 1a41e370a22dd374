import type { ProposalSummary } from '@/lib/control-loop/proposal/contract'
import type { QueueView } from './queue-views'

export interface QueueGroup {
  key: string
  label: string
  items: ProposalSummary[]
}

const dayMs = 86_400_000

/** Connection and table of an item, as people call them: `salesforce.contact`, or the connection alone. */
export function placeOf(item: Pick<ProposalSummary, 'connection' | 'path'>): string {
  const [, table] = item.path.split('.')
  return table === undefined ? item.connection.name : `${item.connection.name}.${table}`
}

/** Why an item is here without its own path in front: the row's title and its group say the path already. */
export function shortReason(item: Pick<ProposalSummary, 'reason' | 'path'>): string {
  const own = `\`${item.path}\` `
  if (!item.reason.startsWith(own)) return item.reason
  const rest = item.reason.slice(own.length)
  return `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`
}

/** The schema and table are part of the key, so that two tables of one name stay two groups. */
function groupKey(item: ProposalSummary): string {
  const [schema = '', table = ''] = item.path.split('.')
  return `${item.connection.id}/${schema}/${table}`
}

const byDue = (one: ProposalSummary, other: ProposalSummary) =>
  (one.dueAt ?? '9').localeCompare(other.dueAt ?? '9') || one.number - other.number

/**
 * The queue as it is read: what is due today (or overdue) first, then by connection and table, the table with the earliest due first. What is decided
 * already has no due date and is grouped by the day it last moved, latest first.
 */
export function groupQueue(items: readonly ProposalSummary[], view: QueueView, now: number): QueueGroup[] {
  if (view === 'done') return groupDecided(items, now)
  const endOfDay = (Math.floor(now / dayMs) + 1) * dayMs
  const isDue = (item: ProposalSummary) =>
    view !== 'approved' && item.dueAt !== null && new Date(item.dueAt).getTime() < endOfDay
  const sorted = [...items].sort(byDue)
  const groups = new Map<string, QueueGroup>()
  for (const item of sorted) {
    const key = isDue(item) ? 'due' : groupKey(item)
    const group = groups.get(key) ?? { key, label: key === 'due' ? 'Due today' : placeOf(item), items: [] }
    group.items.push(item)
    groups.set(key, group)
  }
  return [...groups.values()]
}

function groupDecided(items: readonly ProposalSummary[], now: number): QueueGroup[] {
  const today = Math.floor(now / dayMs)
  const sorted = [...items].sort((one, other) => other.updatedAt.localeCompare(one.updatedAt))
  const groups: QueueGroup[] = [
    { key: 'today', label: 'Today', items: [] },
    { key: 'earlier', label: 'Earlier', items: [] },
  ]
  for (const item of sorted) {
    const isToday = Math.floor(new Date(item.updatedAt).getTime() / dayMs) === today
    groups[isToday ? 0 : 1]?.items.push(item)
  }
  return groups.filter((group) => group.items.length > 0)
}

export interface FlatRow {
  key: string
  group: QueueGroup
  /** null: the head of its group. */
  item: ProposalSummary | null
  position: number
  of: number
}

/** Heads and items in one list, each item with its place among all. */
export function flattenQueue(groups: readonly QueueGroup[]): FlatRow[] {
  const of = groups.reduce((sum, group) => sum + group.items.length, 0)
  let position = 0
  return groups.flatMap((group): FlatRow[] => [
    { key: `head ${group.key}`, group, item: null, position: 0, of },
    ...group.items.map((item) => {
      position += 1
      return { key: item.id, group, item, position, of }
    }),
  ])
}

export interface QueuePlace {
  /** 1-based; null when the item is not in this view. */
  position: number | null
  of: number
  previousId: string | null
  nextId: string | null
}

/** Where an item stands in the queue as drawn, and who its neighbours are. One that is not in it leads to the first. */
export function placeInQueue(groups: readonly QueueGroup[], proposalId: string | null): QueuePlace {
  const ids = groups.flatMap((group) => group.items.map((item) => item.id))
  const at = proposalId === null ? -1 : ids.indexOf(proposalId)
  return {
    position: at < 0 ? null : at + 1,
    of: ids.length,
    previousId: at > 0 ? (ids[at - 1] ?? null) : null,
    nextId: at < 0 ? (ids[0] ?? null) : (ids[at + 1] ?? null),
  }
}
