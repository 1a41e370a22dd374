import type { ReactNode } from 'react'

export type PageHeaderProps = {
  title: ReactNode
  /** A Tile before the title. */
  tile?: ReactNode
  /** State and risk beside the title. */
  status?: ReactNode
  /** One sentence, 14 px. */
  summary?: ReactNode
  /** Facts in ink-3, 12 px, separated by " · ". */
  meta?: ReactNode
  actions?: ReactNode
  gutter?: 'page' | 'item'
}

/** The head of a page or item: what it is, how it stands, what can be done. */
export function PageHeader({ title, tile, status, summary, meta, actions, gutter = 'page' }: PageHeaderProps) {
  return (
    <header
      className={`flex shrink-0 flex-wrap items-start gap-x-4 gap-y-2 pt-3 pb-2.5 ${gutter === 'page' ? 'px-5' : 'px-4 md:px-6'}`}
    >
      {tile && <span className="mt-1">{tile}</span>}
      <div className="min-w-0 grow basis-80">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="min-w-0 text-lg font-semibold tracking-[-0.011em]">{title}</h1>
          {status}
        </div>
        {summary && <p className="mt-[3px] text-md">{summary}</p>}
        {meta && <p className="mt-[3px] text-xs text-ink-3">{meta}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-1.5">{actions}</div>}
    </header>
  )
}
