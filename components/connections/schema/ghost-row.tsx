'use client'

import { clsx } from 'clsx'
import { formatRowTime } from '@/components/ui/format-time'
import { GateDrawing } from '@/components/ui/gate-drawing'
import { gateStates } from '@/components/ui/gate-states'
import { Link } from '@/components/ui/link'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { RiskBadge } from '@/components/ui/risk-badge'
import { StateGlyph } from '@/components/ui/state-glyph'
import { isRowClick } from '@/components/ui/table/is-row-click'
import type { GhostRow as GhostRowModel } from './flatten-schema-forest'
import { ghostState } from './ghost-state'
import { ghostTitle } from './ghost-title'
import type { TreeRowPlace } from './tree-row-place'

export type GhostRowProps = TreeRowPlace & { row: GhostRowModel; now: Date }

const indents = { 1: 'ps-[30px]', 2: 'ps-[52px]', 3: 'ps-[72px]' } as const
const cell = 'h-row overflow-hidden border-b border-line px-2 text-ellipsis whitespace-nowrap'

/** A proposal right below what it is about: it is not so yet. */
export function GhostRow({ row, now, rowIndex, isSelected, isTabStop, onSelect, onKeyDown }: GhostRowProps) {
  const { proposal } = row
  return (
    <tr
      aria-level={row.level}
      aria-posinset={row.posInSet}
      aria-setsize={row.setSize}
      aria-selected={isSelected}
      aria-rowindex={rowIndex}
      tabIndex={isTabStop ? 0 : -1}
      onClick={(event) => isRowClick(event) && onSelect()}
      onKeyDown={onKeyDown}
      className={clsx('bg-wait-bg', isSelected && '[&>th]:shadow-[inset_2px_0_0_var(--hg-ink)]')}
    >
      <th scope="row" colSpan={4} className={clsx(cell, indents[row.level], 'text-start font-normal')}>
        <span className="flex min-w-0 items-center gap-2">
          <span className="text-wait-ink">
            <GateDrawing glyph={gateStates[ghostState(proposal.state)].glyph} />
          </span>
          <span className="mono text-ink-2">P-{proposal.number}</span>
          <span className="min-w-0 truncate font-medium text-ink" title={revealInvisible(proposal.title)}>
            {revealInvisible(ghostTitle(proposal))}
          </span>
        </span>
      </th>
      <td className={cell}>
        <StateGlyph state={ghostState(proposal.state)} />
      </td>
      <td className={cell}>
        <RiskBadge risk={proposal.risk} />
      </td>
      <td className={clsx(cell, 'text-ink-2')}>{proposal.dueAt && `due ${formatRowTime(proposal.dueAt, now)}`}</td>
      <td className={clsx(cell, 'pe-4 text-end')}>
        <Link href={`/approvals/${proposal.id}`}>Review</Link>
      </td>
    </tr>
  )
}
