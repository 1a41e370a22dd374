'use client'

import { createContext, type ReactNode, useContext } from 'react'

export type ShellUser = {
  name: string
  /** What the person is here, in a word or two. */
  note: string
}

export type ShellContextValue = {
  user: ShellUser
  /** The server's clock when the page was drawn. */
  nowIso: string
  /** When the console was opened, on this side's own `performance.now()`. */
  openedAtMs: number
  activity: { href: string; runningCount: number } | null
  /** What stands in the top bar before the clock. */
  topBarExtra: ReactNode
  /** Edge to edge under the top bar of every page: what is wrong with the whole. */
  banner: ReactNode
  openPalette: () => void
  openNav: () => void
  openShortcuts: () => void
}

export const ShellContext = createContext<ShellContextValue | null>(null)

/** What the shell lends to the top bar; only under ConsoleShell. */
export function useShell(): ShellContextValue {
  const value = useContext(ShellContext)
  if (!value) throw new Error('PageFrame needs a ConsoleShell above it')
  return value
}
