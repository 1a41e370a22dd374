import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { ConsoleFrame } from '@/components/console/console-frame'
import { parsePreferences } from '@/components/layout/preferences'
import { requirePageActor } from '@/lib/platform/auth/actor'
import { webEnv } from '@/lib/platform/config/env'

export const dynamic = 'force-dynamic'

/** The frame of every signed-in page. It lets nobody in by itself: each page asks for its own permission. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { actor } = await requirePageActor()
  const stored = await cookies()
  const { nav } = parsePreferences((name) => stored.get(name)?.value)
  return (
    <ConsoleFrame
      name={actor.name}
      role={actor.role}
      organisation={webEnv().ORGANISATION}
      nowIso={new Date().toISOString()}
      initialNav={nav}
    >
      {children}
    </ConsoleFrame>
  )
}
