'use client'

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { preferenceCookies, type Theme } from '@/components/layout/preferences'
import { storePreference } from '@/components/layout/store-preference'

type ThemeContextValue = { theme: Theme; setTheme: (theme: Theme) => void }

const ThemeContext = createContext<ThemeContextValue | null>(null)

export type ThemeProviderProps = { initialTheme: Theme; children: ReactNode }

/** Keeps the theme that the server read from the cookie; changing it writes <html> and the cookie at once. */
export function ThemeProvider({ initialTheme, children }: ThemeProviderProps) {
  const [theme, setTheme] = useState(initialTheme)
  const value = useMemo<ThemeContextValue>(
    () => ({
      theme,
      setTheme: (next) => {
        setTheme(next)
        if (next === 'system') delete document.documentElement.dataset.theme
        else document.documentElement.dataset.theme = next
        storePreference(preferenceCookies.theme, next)
      },
    }),
    [theme],
  )
  return <ThemeContext value={value}>{children}</ThemeContext>
}

/** The theme and its setter; only under ThemeProvider. */
export function useTheme(): ThemeContextValue {
  const value = useContext(ThemeContext)
  if (!value) throw new Error('useTheme needs a ThemeProvider above it')
  return value
}
