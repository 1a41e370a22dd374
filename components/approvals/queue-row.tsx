import { clsx } from 'clsx'
import type { MouseEvent } from 'react'
import { formatExact, formatRowTime } from '@/components/ui/format-time'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { RiskBadge } from '@/components/ui/risk-badge'
import { Sentence } from '@/components/ui/sentence'
import { splitPath } from '@/components/ui/split-path'
import { StateGlyph } from '@/components/ui/state-glyph'
import type { ProposalSummary } from '@/lib/control-loop/proposal/contract'
import { placeOf, shortReason } from './prepare-queue'

export type QueueRowProps = {
  item: ProposalSummary
  href: string
  now: number
  isSelected: boolean
  /** In a group of one table its name is said once, above; elsewhere the row says it. */
  hasPlace: boolean
  onSelect: (proposalId: string) => void
}

/** One item: risk, verb and object, when it is due, and why it is here. */
export function QueueRow({ item, href, now, isSelected, hasPlace, onSelect }: QueueRowProps) {
  const isWaiting = item.state === 'in-review' || item.state === 'proposed'
  const time = isWaiting && item.dueAt ? item.dueAt : item.updatedAt
  const isOverdue = isWaiting && item.dueAt !== null && Date.parse(item.dueAt) < now
  const isToday =
    isWaiting && item.dueAt !== null && Math.floor(Date.parse(item.dueAt) / 86_400_000) <= Math.floor(now / 86_400_000)
  const { last } = splitPath(item.path)

  function open(event: MouseEvent) {
    // A new tab or window is still the browser's business.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    onSelect(item.id)
  }

  return (
    <a
      href={href}
      onClick={open}
      aria-current={isSelected ? 'true' : undefined}
      data-inset-focus=""
      className={clsx(
        'grid grid-cols-[20px_1fr_auto] items-center gap-x-1 border-s-2 py-[5px] ps-3.5 pe-4 max-md:min-h-11',
        isSelected ? 'border-ink bg-surface-3' : 'border-transparent hover:bg-surface-2',
      )}
    >
      <RiskBadge risk={item.risk} isBare />
      <span className="truncate leading-[18px]">
        {item.verb} {last && <span className="mono">{revealInvisible(last)}</span>}
      </span>
      <time
        dateTime={time}
        title={formatExact(time)}
        className={clsx(
          'ps-2 text-end text-xs whitespace-nowrap',
          isOverdue ? 'font-medium text-bad-ink' : isToday ? 'font-medium text-ink' : 'text-ink-3',
        )}
      >
        {isOverdue && (
          <span className="sr-only">{item.escalatedAt ? 'overdue, admins asked, since ' : 'overdue since '}</span>
        )}
        {isOverdue && <span aria-hidden="true">! </span>}
        {formatRowTime(time, now)}
      </time>
      <span className="col-start-2 col-end-4 flex min-w-0 items-center gap-1.5 text-xs text-ink-3">
        {item.state !== 'in-review' && <StateGlyph state={item.state} />}
        <span className="truncate">
          {hasPlace ? revealInvisible(placeOf(item)) : <Sentence text={shortReason(item)} />}
          {item.snooze && ', snoozed'}
          {item.approvalsNeeded > 1 && isWaiting && `, ${item.approvals} of ${item.approvalsNeeded} people`}
        </span>
      </span>
    </a>
  )
}
