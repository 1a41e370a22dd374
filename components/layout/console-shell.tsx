'use client'

import { usePathname, useRouter } from 'next/navigation'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { CommandPalette, type PaletteCommand } from './command-palette'
import { NavDrawer } from './nav-drawer'
import type { NavFootProps } from './nav-foot'
import type { NavGroup } from './nav-items'
import { navWidthOn } from './nav-width'
import { paletteCommands } from './palette-commands'
import { type NavWidth, preferenceCookies } from './preferences'
import { ShellContext, type ShellContextValue, type ShellUser } from './shell-context'
import type { Shortcut } from './shortcut-registry'
import { ShortcutSheet } from './shortcut-sheet'
import { ShortcutProvider, useShortcutRegistry, useShortcuts } from './shortcuts'
import { SideNav } from './side-nav'
import { storePreference } from './store-preference'
import { useModifierKeys } from './use-modifier-keys'

export type ConsoleShellProps = NavFootProps & {
  navGroups: NavGroup[]
  organisation: string
  user: ShellUser
  nowIso: string
  initialNav: NavWidth | null
  activity: { href: string; runningCount: number } | null
  topBarExtra?: ReactNode
  banner?: ReactNode
  /** Beyond the nav items, which are always in the palette. */
  commands?: PaletteCommand[]
  children: ReactNode
}

/** The console around every signed-in page: nav, palette, keys. Pages inside render a PageFrame, which draws the top bar. */
export function ConsoleShell(props: ConsoleShellProps) {
  return (
    <ShortcutProvider>
      <Shell {...props} />
    </ShortcutProvider>
  )
}

type Layer = 'palette' | 'shortcuts' | 'nav' | null

function Shell({
  navGroups,
  organisation,
  user,
  nowIso,
  initialNav,
  activity,
  topBarExtra = null,
  banner = null,
  commands = [],
  children,
  calls,
  workers,
}: ConsoleShellProps) {
  const router = useRouter()
  const registry = useShortcutRegistry()
  const pathname = usePathname()
  const [chosenWidth, setChosenWidth] = useState(initialNav)
  const navWidth = navWidthOn(pathname, chosenWidth)
  const [openedAtMs] = useState(() => performance.now())
  const [layer, setLayer] = useState<Layer>(null)

  const toggleNav = useCallback(() => {
    const next = navWidth === 'wide' ? 'rail' : 'wide'
    storePreference(preferenceCookies.nav, next)
    setChosenWidth(next)
  }, [navWidth])

  const shortcuts = useMemo<Shortcut[]>(
    () => [
      { keys: '[', label: 'Narrow or widen the nav', scope: 'Everywhere', run: toggleNav },
      { keys: '?', label: 'Show the keys', scope: 'Everywhere', run: () => setLayer('shortcuts') },
      { keys: '/', label: 'Search on this page', scope: 'Everywhere', run: focusPageSearch },
      ...navGroups
        .flatMap((group) => group.items)
        .flatMap((item) =>
          item.goKey
            ? [{ keys: `g ${item.goKey}`, label: item.label, scope: 'Go to', run: () => router.push(item.href) }]
            : [],
        ),
    ],
    [navGroups, router, toggleNav],
  )
  useShortcuts(shortcuts)
  useModifierKeys(useCallback(() => setLayer('palette'), []))

  const context = useMemo<ShellContextValue>(
    () => ({
      user,
      nowIso,
      openedAtMs,
      activity,
      topBarExtra,
      banner,
      openPalette: () => setLayer('palette'),
      openNav: () => setLayer('nav'),
      openShortcuts: () => setLayer('shortcuts'),
    }),
    [user, nowIso, openedAtMs, activity, topBarExtra, banner],
  )
  const nav = { organisation, groups: navGroups, calls, workers }
  const close = () => setLayer(null)

  return (
    <ShellContext value={context}>
      <a
        href="#main"
        className="sr-only z-50 rounded-2 bg-raised px-3 py-2 shadow-pop focus:not-sr-only focus:fixed focus:start-3 focus:top-2"
      >
        Skip to the page
      </a>
      <div className={`grid h-dvh ${navWidth === 'rail' ? 'md:grid-cols-[48px_1fr]' : 'md:grid-cols-[208px_1fr]'}`}>
        <div className="hidden min-h-0 md:block">
          <SideNav {...nav} width={navWidth} onToggle={toggleNav} />
        </div>
        <div className="flex min-h-0 min-w-0 flex-col">{children}</div>
      </div>
      <NavDrawer isOpen={layer === 'nav'} onClose={close}>
        <SideNav {...nav} width="wide" />
      </NavDrawer>
      <CommandPalette
        isOpen={layer === 'palette'}
        onOpenChange={close}
        commands={layer === 'palette' ? paletteCommands(navGroups, commands, registry.all()) : []}
        onChoose={(command) => {
          close()
          if (command.href) router.push(command.href)
          // The palette must be gone first, so that what the command opens gets the focus and keeps it.
          else if (command.run) setTimeout(command.run, 0)
        }}
      />
      <ShortcutSheet
        isOpen={layer === 'shortcuts'}
        onOpenChange={close}
        shortcuts={layer === 'shortcuts' ? registry.all() : []}
      />
    </ShellContext>
  )
}

function focusPageSearch() {
  document.querySelector<HTMLInputElement>('[data-page-search] input')?.focus()
}
