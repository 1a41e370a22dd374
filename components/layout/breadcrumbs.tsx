import NextLink from 'next/link'
import { Fragment } from 'react'

export type Crumb = { label: string; href?: string }
export type BreadcrumbsProps = { crumbs: readonly Crumb[] }

/** Where one is: links for what is above, ink for what is shown. On a phone only the last one stays. */
export function Breadcrumbs({ crumbs }: BreadcrumbsProps) {
  const last = crumbs.at(-1)
  return (
    <nav aria-label="Breadcrumbs" className="flex min-w-0 items-center gap-[7px] text-ink-2">
      {crumbs.slice(0, -1).map((crumb) => (
        <Fragment key={crumb.label}>
          {crumb.href ? (
            <NextLink href={crumb.href} className="hidden rounded-1 whitespace-nowrap hover:text-ink md:inline">
              {crumb.label}
            </NextLink>
          ) : (
            <span className="hidden whitespace-nowrap md:inline">{crumb.label}</span>
          )}
          <span aria-hidden="true" className="hidden text-ink-off md:inline">
            /
          </span>
        </Fragment>
      ))}
      {last && (
        <span aria-current="page" className="min-w-0 truncate font-medium text-ink">
          {last.label}
        </span>
      )}
    </nav>
  )
}
