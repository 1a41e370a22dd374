import type { ReactNode } from 'react'

export type DiffWordProps = { side: 'before' | 'after'; children: ReactNode; isMono?: boolean }

/** The value that differs inside a row: washed as removed (before) or added (after). */
export function DiffWord({ side, children, isMono = false }: DiffWordProps) {
  const wash = side === 'before' ? 'bg-removed-word' : 'bg-added-word'
  return (
    <span className={`rounded-[2px] px-[3px] py-px text-ink ${wash} ${isMono ? 'mono' : ''}`}>
      <span className="sr-only">{side}: </span>
      {children}
    </span>
  )
}
