import { clsx } from 'clsx'
import type { ReactNode } from 'react'

export type BlockProps = {
  title: string
  note?: ReactNode
  actions?: ReactNode
  children: ReactNode
  gutter?: 'page' | 'item' | 'inspector' | 'none'
  /** A rule above: for a block that follows another. */
  isFollowing?: boolean
}

const gutters = { page: 'px-5 py-2.5', item: 'px-6 pt-2.5 pb-3', inspector: 'px-4 py-2.5', none: '' } as const

/** A titled block without a ruled head: the parts of one item (Change, Evidence, Impact, Way back, Gates). */
export function Block({ title, note, actions, children, gutter = 'item', isFollowing = false }: BlockProps) {
  return (
    <section
      aria-label={title}
      className={clsx('min-w-0 shrink-0', gutters[gutter], isFollowing && 'border-t border-line')}
    >
      <header className="mb-1.5 flex min-h-5 items-center gap-2">
        <h2 className="text-sm font-semibold whitespace-nowrap">{title}</h2>
        {note && <span className="min-w-0 truncate text-xs text-ink-3">{note}</span>}
        {actions && <span className="ms-auto flex items-center gap-2 text-xs text-ink-2">{actions}</span>}
      </header>
      {children}
    </section>
  )
}
