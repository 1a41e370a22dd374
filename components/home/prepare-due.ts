import { formatClock, formatRowTime, formatSpan } from '@/components/ui/format-time'

export type Due = { when: string; left: string; urgency: 'overdue' | 'today' | 'later' }

const dayMs = 86_400_000

/** A due time in; when that is, how long is left in its largest unit, and how near it is out. */
export function prepareDue(dueAt: string, now: Date): Due {
  const leftMs = Date.parse(dueAt) - now.getTime()
  const isToday = Math.floor(Date.parse(dueAt) / dayMs) === Math.floor(now.getTime() / dayMs)
  const span = formatSpan(Math.abs(leftMs)).split(' ').slice(0, 2).join(' ')
  if (leftMs < 0)
    return { when: isToday ? formatClock(dueAt) : formatRowTime(dueAt, now), left: `${span} late`, urgency: 'overdue' }
  if (isToday) return { when: formatClock(dueAt), left: span, urgency: 'today' }
  return { when: formatRowTime(dueAt, now), left: span, urgency: 'later' }
}
