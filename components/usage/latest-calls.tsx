'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { QueryProblem } from '@/components/console/query-problem'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/section'
import { Skeleton } from '@/components/ui/skeleton'
import type { ModelSettings } from '@/lib/capabilities/model/contract'
import type { MeteredTask } from '@/lib/capabilities/model/domain/task'
import { modelCallsQuery } from '@/lib/capabilities/model/queries'
import { callsHref } from './call-params'
import { CallsTable } from './calls-table'

export type LatestCallsProps = {
  task: MeteredTask | null
  settings: Pick<ModelSettings, 'keepContent' | 'retentionDays'>
}

const shown = 8

/** The last calls, and the way to all of them. */
export function LatestCalls({ task, settings }: LatestCallsProps) {
  const query = useInfiniteQuery(modelCallsQuery({ limit: shown, ...(task && { task }) }))
  const calls = query.data?.pages[0]?.items
  const kept = settings.keepContent ? `text kept ${settings.retentionDays} days` : 'text not kept'
  return (
    <Section
      title="Latest calls"
      note={`${kept}, personal data masked before it left`}
      actions={<Link href={callsHref({ task })}>All calls</Link>}
    >
      {calls ? (
        calls.length === 0 ? (
          <p className="px-5 py-2.5 text-xs text-ink-2">No call yet.</p>
        ) : (
          <CallsTable calls={calls} look="short" />
        )
      ) : query.error ? (
        <QueryProblem title="The calls were not read." error={query.error} onRetry={() => query.refetch()} />
      ) : (
        <Skeleton label="Reading the calls" rows={4} />
      )}
    </Section>
  )
}
