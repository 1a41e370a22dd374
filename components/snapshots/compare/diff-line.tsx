'use client'

import { clsx } from 'clsx'
import { ghostState } from '@/components/connections/schema/ghost-state'
import { DiffSign } from '@/components/ui/diff-sign'
import { DiffWord } from '@/components/ui/diff-word'
import { Link } from '@/components/ui/link'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { SeverityBadge } from '@/components/ui/severity-badge'
import { StateGlyph } from '@/components/ui/state-glyph'
import { isRowClick } from '@/components/ui/table/is-row-click'
import { Bracket } from './bracket'
import { diffKinds } from './diff-kinds'
import type { ComparedChange, DiffRow } from './prepare-comparison'

export type DiffLineProps = {
  row: DiffRow
  isSelected: boolean
  onSelect: (key: string) => void
  /** Its part of the bracket that joins two names. */
  bracket?: 'top' | 'middle'
}

const washes: Record<ComparedChange['sign'], string> = {
  '+': 'bg-added-bg [&>td:first-child]:shadow-[inset_3px_0_0_var(--hg-added-ink)]',
  '-': 'bg-removed-bg [&>td:first-child]:shadow-[inset_3px_0_0_var(--hg-removed-ink)]',
  '~': 'bg-changed-bg [&>td:first-child]:shadow-[inset_3px_0_0_var(--hg-changed-ink)]',
}
const cell = 'h-8 overflow-hidden border-b border-line px-2.5 text-ellipsis whitespace-nowrap'

/** One difference. The sign says it first, the two values what it was and is. */
export function DiffLine({ row, isSelected, onSelect, bracket }: DiffLineProps) {
  const { change } = row
  const isMove = change.sign === '~'
  return (
    <tr
      id={`diff-${row.key}`}
      aria-selected={isSelected}
      onClick={(event) => isRowClick(event) && onSelect(row.key)}
      className={clsx(washes[change.sign], isSelected && 'outline-1 -outline-offset-1 outline-ink-3')}
    >
      <td className={clsx(cell, 'relative overflow-visible ps-4 pe-0')}>
        <DiffSign kind={diffKinds[change.sign]} />
        {bracket && <Bracket part={bracket} />}
      </td>
      <th scope="row" className={clsx(cell, 'mono text-start font-medium')} title={revealInvisible(row.name)}>
        <button type="button" onClick={() => onSelect(row.key)} className="max-w-full truncate rounded-1">
          {revealInvisible(row.name)}
        </button>
      </th>
      <td className={clsx(cell, 'mono')} title={change.before ?? undefined}>
        <Value text={change.before} side="before" isMove={isMove} absent="none" />
      </td>
      <td className={clsx(cell, 'mono')} title={change.after ?? undefined}>
        <Value text={change.after} side="after" isMove={isMove} absent="gone" />
      </td>
      <td className={cell}>
        <span title={change.reason}>
          <SeverityBadge severity={change.severity} />
        </span>
      </td>
      <td className={clsx(cell, 'pe-4 text-end')}>
        <FollowUp change={change} />
      </td>
    </tr>
  )
}

type ValueProps = { text: string | null; side: 'before' | 'after'; isMove: boolean; absent: string }

function Value({ text, side, isMove, absent }: ValueProps) {
  if (text === null) return <span className={side === 'after' ? 'text-removed-ink' : 'text-ink-3'}>{absent}</span>
  const shown = revealInvisible(text)
  return isMove ? <DiffWord side={side}>{shown}</DiffWord> : shown
}

/** The proposals that answer it; without any, whether it is open at all. */
function FollowUp({ change }: { change: ComparedChange }) {
  const [first] = change.proposals
  if (first) {
    const word = change.proposals.length === 1 ? `P-${first.number}` : `${change.proposals.length} proposals`
    return (
      <Link href={`/approvals/${first.id}`} look="plain">
        <StateGlyph state={ghostState(first.state)} word={word} />
      </Link>
    )
  }
  if (change.changeId) {
    return (
      <Link href={`/changes/${change.changeId}`} tone="ink-2">
        no proposal
      </Link>
    )
  }
  return <span className="text-ink-3">not open now</span>
}
