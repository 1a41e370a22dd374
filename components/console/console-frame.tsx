'use client'

import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { ConsoleShell } from '@/components/layout/console-shell'
import type { NavWidth } from '@/components/layout/preferences'
import { statusQuery } from '@/lib/control-loop/overview/queries'
import { can, type Role } from '@/lib/platform/auth/roles-and-permissions'
import { AccountBanner } from './account-banner'
import { hasTrouble } from './has-trouble'
import { PlayStepButton } from './play-step-button'
import { prepareNav } from './prepare-nav'
import { roleWords } from './role-words'
import { usePaletteCommands } from './use-palette-commands'

export type ConsoleFrameProps = {
  name: string
  role: Role | null
  organisation: string
  /** The server's clock when the page was drawn. */
  nowIso: string
  initialNav: NavWidth | null
  children: ReactNode
}

/** The shell fed with the status of the whole: counts in the nav, calls and workers in its foot, trouble in the banner. */
export function ConsoleFrame({ name, role, organisation, nowIso, initialNav, children }: ConsoleFrameProps) {
  const { data: status } = useQuery(statusQuery())
  const commands = usePaletteCommands(role)
  const navGroups = useMemo(() => prepareNav(status ?? null), [status])
  const user = useMemo(() => ({ name, note: role ? roleWords[role] : '' }), [name, role])
  const activity = useMemo(() => ({ href: '/apply-runs', runningCount: status?.running ?? 0 }), [status?.running])
  const hasDemo = Boolean(status?.demo.enabled) && can(role, 'connections.sync')
  const topBarExtra = useMemo(() => (hasDemo ? <PlayStepButton /> : null), [hasDemo])
  const banner = useMemo(
    () =>
      status && hasTrouble(status) ? (
        <AccountBanner
          account={status.account}
          workers={status.workers}
          callPause={status.callPause}
          automationStop={status.automationStop}
        />
      ) : null,
    [status],
  )
  return (
    <ConsoleShell
      navGroups={navGroups}
      organisation={organisation}
      user={user}
      nowIso={nowIso}
      initialNav={initialNav}
      activity={activity}
      topBarExtra={topBarExtra}
      banner={banner}
      commands={commands}
      calls={status?.calls ?? null}
      workers={status ? { count: status.workers, lastRefreshAt: status.lastRefreshAt } : null}
    >
      {children}
    </ConsoleShell>
  )
}
