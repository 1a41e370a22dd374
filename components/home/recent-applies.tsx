'use client'

import { useNow } from '@/components/layout/use-now'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Section } from '@/components/ui/section'
import { StateGlyph } from '@/components/ui/state-glyph'
import { TimeAgo } from '@/components/ui/time-ago'
import type { Home } from '@/lib/control-loop/overview/contract'

export type RecentAppliesProps = { runs: Home['recentRuns'] }

/** The last apply runs, latest first. */
export function RecentApplies({ runs }: RecentAppliesProps) {
  const now = useNow()
  return (
    <Section title="Recent applies" actions={<Link href="/apply-runs">All runs</Link>} isFollowing>
      {runs.length === 0 ? (
        <EmptyState title="Nothing was applied yet.">
          An approved proposal is applied from its own page, and shows here.
        </EmptyState>
      ) : (
        <ul className="py-[3px]">
          {runs.map((run) => (
            <li key={run.id} className="grid min-h-[30px] grid-cols-[88px_minmax(0,1fr)_auto] items-center gap-2 px-5">
              <StateGlyph state={run.state} />
              <span className="min-w-0 truncate text-xs" title={`${run.title}, ${run.connection.name}`}>
                <Link href={`/apply-runs/${run.id}`} look="plain">
                  {revealInvisible(run.title)}
                </Link>
              </span>
              <span className="text-xs text-ink-3">
                <TimeAgo at={run.finishedAt ?? run.createdAt} now={now} look="row" />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
