import { clsx } from 'clsx'
import type { KeyboardEventHandler, MouseEventHandler, ReactNode, Ref } from 'react'
import { isRowClick } from './is-row-click'

export type RowProps = {
  children: ReactNode
  isSelected?: boolean
  tone?: 'added' | 'removed' | 'changed' | 'ghost' | 'running' | 'group' | 'quiet'
  /** Its place in the full list, 1-based, when only some rows are mounted. */
  rowIndex?: number
  /** Of the row itself; links and buttons in it keep their clicks. */
  onClick?: MouseEventHandler<HTMLTableRowElement>
  onKeyDown?: KeyboardEventHandler<HTMLTableRowElement>
  tabIndex?: number
  rowRef?: Ref<HTMLTableRowElement>
}

const tones = {
  added: '[&>:is(td,th)]:bg-added-bg [&>:is(td,th):first-child]:shadow-[inset_3px_0_0_var(--hg-added-ink)]',
  removed: '[&>:is(td,th)]:bg-removed-bg [&>:is(td,th):first-child]:shadow-[inset_3px_0_0_var(--hg-removed-ink)]',
  changed: '[&>:is(td,th)]:bg-changed-bg [&>:is(td,th):first-child]:shadow-[inset_3px_0_0_var(--hg-changed-ink)]',
  ghost: '[&>:is(td,th)]:bg-wait-bg',
  running: '[&>:is(td,th)]:bg-water-bg [&>:is(td,th):first-child]:shadow-[inset_2px_0_0_var(--hg-water)]',
  group: '[&>:is(td,th)]:bg-surface-2',
  quiet: '[&>:is(td,th)]:text-ink-3',
} as const

/** One row. Selection is surface-2 and a 2 px ink bar; a tone washes the row and is always said by a sign or word in it too. */
export function Row({ children, isSelected = false, tone, rowIndex, onClick, onKeyDown, tabIndex, rowRef }: RowProps) {
  return (
    <tr
      ref={rowRef}
      aria-selected={isSelected || undefined}
      aria-rowindex={rowIndex}
      tabIndex={tabIndex}
      onClick={onClick && ((event) => isRowClick(event) && onClick(event))}
      onKeyDown={onKeyDown}
      className={clsx(
        tone ? tones[tone] : 'hover:bg-surface-2',
        isSelected && '[&>:is(td,th)]:bg-surface-2 [&>:is(td,th):first-child]:shadow-[inset_2px_0_0_var(--hg-ink)]',
      )}
    >
      {children}
    </tr>
  )
}
