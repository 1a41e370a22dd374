import { formatRowTime } from '@/components/ui/format-time'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import type { ConnectionList } from '@/lib/control-loop/connection/contract'

export type ConnectionsFootProps = { list: ConnectionList; now: Date }

/** What the rows above add up to, what is left out of them on purpose, and how old they are. */
export function ConnectionsFoot({ list, now }: ConnectionsFootProps) {
  const { items, counts, facets, hidden, account } = list
  const shown = items.length === counts.all ? `${counts.all}` : `${items.length} of ${counts.all}`
  return (
    <p className="flex min-h-8 flex-wrap items-center gap-x-6 gap-y-1 px-5 py-1.5 text-xs text-ink-3">
      <span>
        {shown} {counts.all === 1 ? 'connection' : 'connections'}, {facets.destinations.length}{' '}
        {facets.destinations.length === 1 ? 'destination' : 'destinations'}
      </span>
      {hidden.length > 0 && (
        <span>
          <span className="mono">{hidden.map(revealInvisible).join(', ')}</span>{' '}
          {hidden.length === 1 ? 'is hidden: it feeds' : 'are hidden: they feed'} Headgate.
        </span>
      )}
      {account.refreshedAt && <span>Read {formatRowTime(account.refreshedAt, now)}</span>}
    </p>
  )
}
