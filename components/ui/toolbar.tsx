import type { ReactNode } from 'react'

export type ToolbarProps = { label: string; children: ReactNode; end?: ReactNode; gutter?: 'page' | 'narrow' }

/** The 44 px bar under the top bar: filters at the start, search and actions at the end. It wraps when the page is narrow. */
export function Toolbar({ label, children, end, gutter = 'page' }: ToolbarProps) {
  return (
    <search
      aria-label={label}
      className={`flex min-h-11 shrink-0 flex-wrap items-center gap-1.5 border-b border-line py-1.5 ${gutter === 'page' ? 'px-5' : 'ps-4 pe-3'}`}
    >
      {children}
      {end && <div className="ms-auto flex items-center gap-1.5">{end}</div>}
    </search>
  )
}
