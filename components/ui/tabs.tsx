import { clsx } from 'clsx'
import NextLink from 'next/link'

export type TabItem = { href: string; label: string; count?: number | null }
export type TabsProps = { label: string; items: TabItem[]; currentHref: string }

/** The pages of one thing, as links in a 36 px bar; each tab is its own URL. */
export function Tabs({ label, items, currentHref }: TabsProps) {
  return (
    <nav
      aria-label={label}
      className="h-9 min-w-0 shrink-0 overflow-x-auto overflow-y-hidden border-b border-line px-3.5"
    >
      <ul className="flex gap-0.5">
        {items.map((item) => {
          const isCurrent = item.href === currentHref
          return (
            <li key={item.href} className="flex">
              <NextLink
                href={item.href}
                aria-current={isCurrent ? 'page' : undefined}
                data-inset-focus=""
                className={clsx(
                  'relative flex h-9 items-center gap-1.5 px-2 whitespace-nowrap',
                  isCurrent
                    ? 'font-medium text-ink after:absolute after:inset-x-2 after:bottom-0 after:h-0.5 after:bg-ink'
                    : 'text-ink-2 hover:text-ink',
                )}
              >
                {item.label}
                {item.count != null && <span className="text-xs text-ink-3">{item.count}</span>}
              </NextLink>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
