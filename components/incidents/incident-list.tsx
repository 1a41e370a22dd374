import { clsx } from 'clsx'
import NextLink from 'next/link'
import { useNow } from '@/components/layout/use-now'
import { PathName } from '@/components/ui/path-name'
import { TimeAgo } from '@/components/ui/time-ago'
import type { IncidentView } from '@/lib/capabilities/drift/contract'
import { type IncidentParams, incidentsHref } from './incident-params'
import { standOf, titleOf } from './prepare-incident'

export type IncidentListProps = {
  items: readonly IncidentView[]
  params: IncidentParams
  selected: IncidentView | null
}

/** Incidents, the latest first; a row opens its findings. */
export function IncidentList({ items, params, selected }: IncidentListProps) {
  const now = useNow()
  return (
    <ul aria-label="Incidents">
      {items.map((item) => {
        const { path, rest } = titleOf(item)
        return (
          <li key={item.id}>
            <NextLink
              href={incidentsHref(params, { incident: item.number })}
              scroll={false}
              aria-current={item === selected ? 'true' : undefined}
              data-inset-focus=""
              className={clsx(
                'flex flex-wrap items-center gap-x-3 gap-y-0.5 border-b border-line px-5 py-2.5 text-ink no-underline hover:bg-surface-2',
                item === selected && 'bg-surface-2 shadow-[inset_2px_0_0_var(--hg-ink)]',
              )}
            >
              <span className="mono w-12 shrink-0 text-xs text-ink-3">I-{item.number}</span>
              <span className="flex min-w-0 grow basis-64 flex-wrap items-baseline gap-x-2">
                <PathName path={path} />
                <span className="text-sm">{rest}</span>
              </span>
              <span className="text-xs text-ink-2">{standOf(item)}</span>
              <span className="w-20 text-end text-xs text-ink-3">
                <TimeAgo at={item.openedAt} now={now} look="row" />
              </span>
            </NextLink>
          </li>
        )
      })}
    </ul>
  )
}
