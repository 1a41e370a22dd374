'use client'

import { Loader, Menu as MenuIcon, Search } from 'lucide-react'
import NextLink from 'next/link'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { Kbd } from '@/components/ui/kbd'
import { AvatarMenu } from './avatar-menu'
import { Breadcrumbs, type Crumb } from './breadcrumbs'
import { useShell } from './shell-context'
import { UtcClock } from './utc-clock'

export type TopBarProps = { crumbs: readonly Crumb[] }

/** The 44 px bar: where one is, search, the time, what is running, oneself. */
export function TopBar({ crumbs }: TopBarProps) {
  const { user, activity, topBarExtra, openPalette, openNav } = useShell()
  return (
    <header className="flex h-11 min-w-0 shrink-0 items-center gap-3 border-b border-line bg-surface ps-3 pe-4 md:ps-5">
      <span className="md:hidden">
        <IconButton icon={<Icon of={MenuIcon} size={16} />} label="Open the nav" onPress={openNav} />
      </span>
      <Breadcrumbs crumbs={crumbs} />
      <div className="ms-auto flex items-center gap-3">
        <button
          type="button"
          onClick={openPalette}
          aria-keyshortcuts="Meta+K Control+K"
          className="motion-press flex h-7 items-center gap-[7px] rounded-2 border border-line-2 bg-surface px-2 text-xs text-ink-3 hover:bg-surface-2 md:w-[232px] md:pe-1.5"
        >
          <Icon of={Search} />
          <span className="sr-only md:not-sr-only">Search or run a command</span>
          <span className="ms-auto hidden md:inline">
            <Kbd keys="⌘K" />
          </span>
        </button>
        {topBarExtra}
        <UtcClock />
        {activity && (
          <NextLink
            href={activity.href}
            title={activity.runningCount === 0 ? 'Nothing is being applied' : `${activity.runningCount} being applied`}
            className="relative hidden size-7 place-items-center rounded-2 text-ink-2 hover:bg-surface-2 md:grid"
          >
            <Icon of={Loader} size={16} />
            <span className="sr-only">
              {activity.runningCount === 0
                ? 'Activity: nothing is being applied'
                : `Activity: ${activity.runningCount} being applied`}
            </span>
            {activity.runningCount > 0 && (
              <span aria-hidden="true" className="absolute end-0.5 top-[3px] size-1.5 rounded-full bg-water" />
            )}
          </NextLink>
        )}
        <AvatarMenu user={user} />
      </div>
    </header>
  )
}
