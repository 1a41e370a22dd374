'use client'

import { ProposalGlyph } from '@/components/changes/proposal-glyph'
import { shortenSentence } from '@/components/changes/shorten-sentence'
import { useNow } from '@/components/layout/use-now'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PathName } from '@/components/ui/path-name'
import { Section } from '@/components/ui/section'
import { Sentence } from '@/components/ui/sentence'
import { SeverityBadge } from '@/components/ui/severity-badge'
import { TimeAgo } from '@/components/ui/time-ago'
import type { Home } from '@/lib/control-loop/overview/contract'

export type ChangedLatelyProps = { changes: Home['changes']; count: number }

/** What moved since yesterday, worst first, as the API orders it. */
export function ChangedLately({ changes, count }: ChangedLatelyProps) {
  const now = useNow()
  const places = new Set(changes.map((change) => change.connection.id)).size
  return (
    <Section
      title="Changed since yesterday"
      note={count > 0 ? `${count} in ${places} ${places === 1 ? 'connection' : 'connections'}, worst first` : undefined}
      actions={<Link href="/changes">{count > changes.length ? `All ${count}` : 'All changes'}</Link>}
      isFollowing
    >
      {changes.length === 0 ? (
        <EmptyState title="Nothing changed since yesterday.">
          Every schema that was read is as it was approved, or still waits under Changes.
        </EmptyState>
      ) : (
        <ul>
          {changes.map((change) => (
            <li
              key={change.id}
              className="grid min-h-row grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-x-3 border-b border-line px-5 py-1.5 last:border-b-0 hover:bg-surface-2 max-md:gap-y-1 md:grid-cols-[92px_minmax(0,1fr)_minmax(0,1fr)_44px_96px] md:py-0"
            >
              <SeverityBadge severity={change.severity} />
              <span className="min-w-0 max-md:order-4 max-md:col-span-3">
                <Link href={`/changes/${change.id}`} look="plain">
                  <PathName path={change.path || change.connection.name} />
                </Link>
              </span>
              <span
                title={change.sentence}
                className="min-w-0 truncate text-xs text-ink-2 max-md:order-5 max-md:col-span-3"
              >
                <Sentence text={shortenSentence(change.sentence, change.path)} />
              </span>
              <span className="text-end text-xs text-ink-3">
                <TimeAgo at={change.detectedAt} now={now} look="row" />
              </span>
              <span className="justify-self-end">
                <ProposalGlyph change={change} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
