import type { ReactNode } from 'react'

export type TableHeadProps = { children: ReactNode; isSticky?: boolean }

/** The head row; give it HeadCells. */
export function TableHead({ children, isSticky = false }: TableHeadProps) {
  return (
    <thead className={isSticky ? 'sticky top-0 z-1 bg-surface' : undefined}>
      <tr>{children}</tr>
    </thead>
  )
}
