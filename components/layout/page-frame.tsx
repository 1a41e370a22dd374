import type { ReactNode } from 'react'
import type { Crumb } from './breadcrumbs'
import { ShellBanner } from './shell-banner'
import { TopBar } from './top-bar'

export type PageFrameProps = {
  crumbs: readonly Crumb[]
  children: ReactNode
  /** `page` scrolls as one; `panes` fills the window and lets each pane scroll (on a phone it scrolls as one). */
  scroll?: 'page' | 'panes'
}

/** The top bar with the page under it. Every page and loading state inside ConsoleShell renders one. */
export function PageFrame({ crumbs, children, scroll = 'page' }: PageFrameProps) {
  return (
    <>
      <TopBar crumbs={crumbs} />
      <ShellBanner />
      <main
        id="main"
        tabIndex={-1}
        className={`relative flex min-h-0 min-w-0 grow flex-col bg-surface ${scroll === 'page' ? 'overflow-y-auto' : 'max-md:overflow-y-auto md:overflow-hidden'}`}
      >
        {children}
      </main>
    </>
  )
}
