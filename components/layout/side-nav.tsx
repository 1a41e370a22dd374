'use client'

import { clsx } from 'clsx'
import { PanelLeft } from 'lucide-react'
import NextLink from 'next/link'
import { usePathname } from 'next/navigation'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { Mark } from '@/components/ui/mark'
import { Tile } from '@/components/ui/tile'
import { NavFoot, type NavFootProps } from './nav-foot'
import { isCurrentItem, type NavGroup, type NavItem } from './nav-items'
import type { NavWidth } from './preferences'

export type SideNavProps = NavFootProps & {
  width: NavWidth
  onToggle?: () => void
  organisation: string
  groups: NavGroup[]
}

/** The nav: 208 px with words or 48 px with icons, the same things in the same order. */
export function SideNav({ width, onToggle, organisation, groups, ...foot }: SideNavProps) {
  const isRail = width === 'rail'
  const pathname = usePathname()
  return (
    <nav aria-label="Main" className="flex h-full min-h-0 flex-col overflow-y-auto border-e border-line bg-canvas">
      <div className={clsx('flex h-11 shrink-0 items-center', isRail ? 'justify-center' : 'ps-3.5 pe-2')}>
        <Mark hasWordmark={!isRail} />
        {!isRail && onToggle && (
          <span className="ms-auto text-ink-3">
            <IconButton icon={<Icon of={PanelLeft} />} label="Narrow the nav" keys="[" size="sm" onPress={onToggle} />
          </span>
        )}
      </div>
      {!isRail && (
        <p className="mx-2 mb-2 flex h-7 shrink-0 items-center gap-2 px-1.5 text-xs">
          <Tile name={organisation} />
          <span className="truncate">{organisation}</span>
        </p>
      )}
      {groups.map((group, index) => (
        <div key={group.label ?? 'first'} className={clsx(isRail && 'flex flex-col items-center')}>
          {index > 0 && isRail && <hr className="my-1.5 w-6 border-line" />}
          {group.label && !isRail && (
            <h2 className="px-3.5 pt-3 pb-1 text-2xs font-medium text-ink-3">{group.label}</h2>
          )}
          <ul aria-label={group.label} className={isRail ? undefined : 'px-2'}>
            {group.items.map((item) => (
              <li key={item.href}>
                <NavLink item={item} isRail={isRail} isCurrent={isCurrentItem(item.href, pathname)} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {isRail ? (
        onToggle && (
          <span className="mt-auto flex justify-center py-2 text-ink-3">
            <IconButton icon={<Icon of={PanelLeft} />} label="Widen the nav" keys="[" size="sm" onPress={onToggle} />
          </span>
        )
      ) : (
        <NavFoot {...foot} />
      )}
    </nav>
  )
}

function NavLink({ item, isRail, isCurrent }: { item: NavItem; isRail: boolean; isCurrent: boolean }) {
  const hasCount = item.count != null && item.count > 0
  return (
    <NextLink
      href={item.href}
      title={isRail ? item.label : undefined}
      aria-current={isCurrent ? 'page' : undefined}
      data-inset-focus=""
      className={clsx(
        'motion-press relative flex h-7 items-center rounded-2',
        isRail ? 'mb-0.5 w-8 justify-center' : 'gap-[9px] ps-1.5 pe-2',
        isCurrent ? 'bg-surface-3 font-medium text-ink' : 'text-ink-2 hover:bg-surface-2 [&>svg]:text-ink-3',
      )}
    >
      {item.icon}
      <span className={isRail ? 'sr-only' : 'truncate'}>{item.label}</span>
      {hasCount && !isRail && (
        <span className={clsx('ms-auto text-xs', item.isDue ? 'font-semibold text-ink' : 'text-ink-3')}>
          {item.count}
        </span>
      )}
      {hasCount && isRail && item.isDue && (
        <span className="absolute end-0.5 top-[3px] h-[13px] min-w-[13px] rounded-full bg-ink-fill px-[3px] text-center text-[9px] leading-[13px] font-semibold text-on-ink">
          {item.count}
        </span>
      )}
    </NextLink>
  )
}
