import { clsx } from 'clsx'
import type { ReactNode } from 'react'

export type EmptyStateProps = {
  /** Why it is empty, as a fact: "Nothing waits for you." */
  title: string
  children?: ReactNode
  /** At most one filled button and one quiet one. */
  actions?: ReactNode
  /** The real widget, shown empty. */
  widget?: ReactNode
  /** It is the whole page. */
  isPage?: boolean
}

/** Why there is nothing, and the next useful thing. Left, without an illustration. */
export function EmptyState({ title, children, actions, widget, isPage = false }: EmptyStateProps) {
  return (
    <div className={clsx('max-w-[520px]', isPage ? 'px-5 py-14 md:px-24' : 'px-6 py-[26px]')}>
      {widget && <div className="mb-3.5">{widget}</div>}
      <h2 className={clsx('mb-[3px] font-semibold', isPage ? 'text-xl tracking-[-0.02em]' : 'text-md')}>{title}</h2>
      {children && <div className="max-w-[400px] leading-[19px] text-ink-2">{children}</div>}
      {actions && <div className="mt-3.5 flex flex-wrap items-center gap-2">{actions}</div>}
    </div>
  )
}
