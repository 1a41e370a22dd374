import { clsx } from 'clsx'
import type { ReactNode } from 'react'

export type SectionProps = {
  title: string
  /** Beside the title in ink-3: a count, "11, due first". */
  note?: ReactNode
  actions?: ReactNode
  children?: ReactNode
  gutter?: 'page' | 'item' | 'inspector'
  /** A rule above the head too: for a section that follows another. */
  isFollowing?: boolean
  level?: 2 | 3
}

const gutters = { page: 'px-5', item: 'px-6', inspector: 'px-4' } as const

/** A region with a 36 px head between hairlines: ruled, not boxed. */
export function Section({
  title,
  note,
  actions,
  children,
  gutter = 'page',
  isFollowing = false,
  level = 2,
}: SectionProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section aria-label={title} className="min-w-0 shrink-0">
      <header
        className={clsx(
          'flex min-h-9 items-center gap-2 border-b border-line',
          gutters[gutter],
          isFollowing && 'border-t',
        )}
      >
        <Heading className="text-sm font-semibold whitespace-nowrap">{title}</Heading>
        {note && <span className="min-w-0 truncate text-xs text-ink-3">{note}</span>}
        {actions && <span className="ms-auto flex shrink-0 items-center gap-2 text-xs text-ink-2">{actions}</span>}
      </header>
      {children}
    </section>
  )
}
