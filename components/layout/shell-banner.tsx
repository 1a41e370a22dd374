'use client'

import { useShell } from './shell-context'

/** What the shell has to say on every page, between the top bar and the page; usually nothing. */
export function ShellBanner() {
  const { banner } = useShell()
  return banner ? <div className="shrink-0 border-b border-line">{banner}</div> : null
}
