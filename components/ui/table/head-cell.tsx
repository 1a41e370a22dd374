import { clsx } from 'clsx'
import { ArrowDown, ArrowUp } from 'lucide-react'
import NextLink from 'next/link'
import type { ReactNode } from 'react'
import { Icon } from '../icon'

export type HeadCellProps = {
  children?: ReactNode
  align?: 'start' | 'end' | 'center'
  /** Where the sorted list is, and how it is sorted now; null when by another column. */
  sort?: { href: string; direction: 'ascending' | 'descending' | null }
  /** For a column without a visible head: checkboxes, actions. */
  label?: string
}

const aligns = { start: 'text-start', end: 'text-end', center: 'text-center' } as const

/** A column's head: 11 px, units included ("MAR, 30 d"). Sorting is a link, so that it survives reload and can be shared. */
export function HeadCell({ children, align = 'start', sort, label }: HeadCellProps) {
  return (
    <th
      scope="col"
      aria-sort={sort ? (sort.direction ?? 'none') : undefined}
      className={clsx(
        'h-7 border-b border-line px-(--hg-cell-x) text-2xs font-medium whitespace-nowrap text-ink-3',
        aligns[align],
      )}
    >
      {label && <span className="sr-only">{label}</span>}
      {sort ? (
        <NextLink
          href={sort.href}
          scroll={false}
          className={clsx(
            'inline-flex h-6 items-center gap-1 rounded-1 hover:text-ink',
            sort.direction && 'text-ink-2',
          )}
        >
          {children}
          {sort.direction && <Icon of={sort.direction === 'ascending' ? ArrowUp : ArrowDown} size={12} />}
        </NextLink>
      ) : (
        children
      )}
    </th>
  )
}
