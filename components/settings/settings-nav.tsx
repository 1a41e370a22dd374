'use client'

import { clsx } from 'clsx'
import NextLink from 'next/link'
import { usePathname } from 'next/navigation'

const groups = [
  {
    label: 'Yours',
    items: [
      { href: '/settings/appearance', label: 'Appearance' },
      { href: '/settings/keyboard', label: 'Keyboard' },
      { href: '/settings/away', label: 'Away' },
    ],
  },
  {
    label: 'Workspace',
    items: [
      { href: '/settings/people', label: 'People' },
      { href: '/settings/policies', label: 'Policies' },
      { href: '/settings/not-proposed', label: 'Not proposed' },
    ],
  },
  {
    label: 'Outside',
    items: [
      { href: '/settings/fivetran', label: 'Fivetran' },
      { href: '/settings/warehouses', label: 'Warehouses' },
      { href: '/settings/models', label: 'Models' },
      { href: '/settings/integrations', label: 'Integrations' },
      { href: '/settings/retraining', label: 'Retraining' },
    ],
  },
  {
    label: 'System',
    items: [
      { href: '/activity', label: 'Audit' },
      { href: '/activity/jobs', label: 'Dead jobs' },
    ],
  },
] as const

/** The menu of settings; what belongs to the system lives under Activity and is linked from here. */
export function SettingsNav() {
  const pathname = usePathname()
  return (
    <nav aria-label="Settings pages" className="flex gap-x-3 overflow-x-auto p-2 pb-3 md:block">
      {groups.map((group) => (
        <div key={group.label} className="shrink-0">
          <h2 className="px-2 pt-1 pb-1 text-2xs font-medium text-ink-3 md:pt-3">{group.label}</h2>
          <ul aria-label={group.label} className="flex md:block">
            {group.items.map((item) => {
              const isCurrent = pathname === item.href
              return (
                <li key={item.href}>
                  <NextLink
                    href={item.href}
                    aria-current={isCurrent ? 'page' : undefined}
                    data-inset-focus=""
                    className={clsx(
                      'motion-press flex h-7 items-center rounded-2 px-2 whitespace-nowrap',
                      isCurrent ? 'bg-surface-3 font-medium text-ink' : 'text-ink-2 hover:bg-surface-2',
                    )}
                  >
                    {item.label}
                  </NextLink>
                </li>
              )
            })}
          </ul>
        </div>
      ))}
    </nav>
  )
}
