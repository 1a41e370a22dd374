import { X } from 'lucide-react'
import NextLink from 'next/link'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'

export type InspectorProps = {
  title: ReactNode
  note?: ReactNode
  /** The page without the selection; without it there is nothing to close. */
  closeHref?: string
  children: ReactNode
}

/** What is known of the selected row: a 44 px head, then sections with gutter="inspector". */
export function Inspector({ title, note, closeHref, children }: InspectorProps) {
  return (
    <>
      <header className="flex min-h-11 shrink-0 items-center gap-2 border-b border-line px-4">
        <h2 className="min-w-0 truncate text-sm font-semibold">{title}</h2>
        {note && <span className="text-xs text-ink-3">{note}</span>}
        {closeHref && (
          <NextLink
            href={closeHref}
            scroll={false}
            aria-label="Close"
            className="ms-auto grid size-6 shrink-0 place-items-center rounded-2 text-ink-2 hover:bg-surface-2"
          >
            <Icon of={X} />
          </NextLink>
        )}
      </header>
      {children}
    </>
  )
}
