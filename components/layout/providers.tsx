'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { type ReactNode, useState } from 'react'
import { I18nProvider, RouterProvider } from 'react-aria-components'
import { ThemeProvider } from '@/components/ui/theme-provider'
import { Toaster } from '@/components/ui/toast'
import type { Theme } from './preferences'
import { createQueryClient } from './query-client'

export type ProvidersProps = { initialTheme: Theme; children: ReactNode }

/** What every page stands on in the browser: queries, URL state, links inside widgets, theme, messages. */
export function Providers({ initialTheme, children }: ProvidersProps) {
  const router = useRouter()
  const [queryClient] = useState(createQueryClient)
  return (
    <QueryClientProvider client={queryClient}>
      <NuqsAdapter>
        {/* One locale for server and browser, or dates and plurals would differ between the two. */}
        <I18nProvider locale="en-GB">
          <RouterProvider navigate={(href) => router.push(href)}>
            <ThemeProvider initialTheme={initialTheme}>
              {children}
              <Toaster />
            </ThemeProvider>
          </RouterProvider>
        </I18nProvider>
      </NuqsAdapter>
    </QueryClientProvider>
  )
}
