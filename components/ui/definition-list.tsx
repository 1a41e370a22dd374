import type { ReactNode } from 'react'

export type DefinitionListProps = {
  items: { term: string; value: ReactNode }[]
  gutter?: 'inspector' | 'page' | 'none'
}

const gutters = { inspector: 'px-4 py-2.5', page: 'px-5 py-2.5', none: '' } as const

/** Terms in ink-3, values beside them. */
export function DefinitionList({ items, gutter = 'none' }: DefinitionListProps) {
  return (
    <dl className={`grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-xs leading-[18px] ${gutters[gutter]}`}>
      {items.map((item) => (
        <div key={item.term} className="contents">
          <dt className="min-w-15 whitespace-nowrap text-ink-3">{item.term}</dt>
          <dd className="min-w-0 wrap-anywhere">{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
