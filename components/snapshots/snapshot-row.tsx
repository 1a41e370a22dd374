'use client'

import { clsx } from 'clsx'
import { countOf } from '@/components/connections/count-of'
import { Checkbox } from '@/components/ui/checkbox'
import { HashText } from '@/components/ui/hash-text'
import { Link } from '@/components/ui/link'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Tag } from '@/components/ui/tag'
import { TimeAgo } from '@/components/ui/time-ago'
import type { SnapshotSummary } from '@/lib/control-loop/snapshot/contract'
import { sourceSentence } from './source-words'
import { triggerWords } from './trigger-words'

export type SnapshotRowProps = {
  snapshot: SnapshotSummary
  /** The snapshot before this one, where it is listed. */
  before: SnapshotSummary | null
  connectionId: string
  isChosen: boolean
  isLast: boolean
  onChoose: () => void
  now: Date
}

/** One look at the connection: when, why, how much there was, how much had moved, and from what it was made. */
export function SnapshotRow({ snapshot, before, connectionId, isChosen, isLast, onChoose, now }: SnapshotRowProps) {
  const { number, takenAt, trigger, tableCount, columnCount, tablesMoved, fingerprint, isBaseline, sources } = snapshot
  return (
    <li className={clsx('flex gap-3 border-b border-line px-5 py-2.5', isChosen && 'bg-surface-2')}>
      <span className="pt-px">
        <Checkbox aria-label={`Choose snapshot ${number} to compare`} isSelected={isChosen} onChange={onChoose} />
      </span>
      <span aria-hidden="true" className="relative w-2 shrink-0">
        <span className={clsx('absolute start-[3.5px] top-0 w-px bg-line-2', isLast ? 'h-3' : '-bottom-2.5')} />
        <span
          className={clsx(
            'absolute top-2 size-2 rounded-full',
            isBaseline ? 'bg-ink-fill' : 'border border-line-control bg-surface',
          )}
        />
      </span>
      <div className="min-w-0 grow">
        <div className="flex min-h-6 flex-wrap items-center gap-x-3 gap-y-1">
          <b className="font-semibold">{number}</b>
          <TimeAgo at={takenAt} now={now} look="stamp" />
          <span className="text-xs text-ink-2">{triggerWords[trigger]}</span>
          {isBaseline && <Tag kind="class">approved baseline</Tag>}
          <span className="ms-auto text-xs text-ink-3">
            <HashText hash={fingerprint} isCopyable />
          </span>
        </div>
        <p className="flex flex-wrap gap-x-3 gap-y-0.5 text-xs text-ink-2">
          <span>
            {countOf(tableCount, 'table')}, {countOf(columnCount, 'column')}
          </span>
          <span className={tablesMoved > 0 ? 'font-medium text-changed-ink' : 'text-ink-3'}>
            {movedWords(tablesMoved, trigger)}
          </span>
          {before && tablesMoved > 0 && (
            <Link href={`/connections/${connectionId}/compare?base=${before.id}&revision=${snapshot.id}`}>
              Compare with {before.number}
            </Link>
          )}
        </p>
        <p className="mt-0.5 text-xs text-ink-3">
          From {sources.map((reading) => revealInvisible(sourceSentence(reading))).join(' · ')}
        </p>
      </div>
    </li>
  )
}

function movedWords(tablesMoved: number, trigger: SnapshotSummary['trigger']): string {
  if (trigger === 'first') return 'nothing to compare with'
  return tablesMoved === 0 ? 'no table moved' : `~ ${countOf(tablesMoved, 'table')} moved`
}
