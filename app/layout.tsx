import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { parsePreferences } from '@/components/layout/preferences'
import { Providers } from '@/components/layout/providers'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Headgate', template: '%s · Headgate' },
  description: 'The approval-gated control plane for Fivetran',
  robots: { index: false, follow: false },
}

export const viewport: Viewport = { colorScheme: 'light dark' }

/** The document: fonts, theme from the cookie, providers. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const stored = await cookies()
  const { theme } = parsePreferences((name) => stored.get(name)?.value)
  return (
    <html
      lang="en"
      data-theme={theme === 'system' ? undefined : theme}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
    >
      <body>
        <Providers initialTheme={theme}>{children}</Providers>
      </body>
    </html>
  )
}
