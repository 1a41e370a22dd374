'use client'

import { createContext, useContext } from 'react'

export type ShellUser = { name: string; email: string }

export type ShellContextValue = {
  user: ShellUser
  /** The server's clock when the page was drawn. */
  nowIso: string
  activity: { href: string; runningCount: number } | null
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
