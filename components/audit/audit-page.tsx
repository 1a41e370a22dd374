'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { QueryProblem } from '@/components/console/query-problem'
import { PageFrame } from '@/components/layout/page-frame'
import { SplitPane } from '@/components/layout/split-pane'
import { useNow } from '@/components/layout/use-now'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { RefetchBar } from '@/components/ui/refetch-bar'
import { Skeleton } from '@/components/ui/skeleton'
import { auditEventsQuery } from '@/lib/platform/audit/queries'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { auditHref, auditParams, unfilteredAudit } from './audit-params'
import { AuditTable } from './audit-table'
import { AuditToolbar } from './audit-toolbar'
import { EventInspector } from './event-inspector'
import { isFiltered, prepareFilters } from './prepare-filters'

export type AuditPageProps = { role: Role | null; meId: string | null }

/** The audit log, latest first, with the chosen event beside it. */
export function AuditPage({ role, meId }: AuditPageProps) {
  const [params, setParams] = useQueryStates(auditParams)
  const now = useNow()
  const query = useInfiniteQuery({
    ...auditEventsQuery(prepareFilters(params, now)),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  })
  const events = query.data?.pages.flatMap((page) => page.items) ?? []
  // On a wide screen the latest event is shown until one is chosen; over the page it opens only when chosen.
  const selectedSeq = params.event ?? events[0]?.seq ?? null
  return (
    <PageFrame crumbs={[{ label: 'Activity' }, { label: 'Audit' }]} scroll="panes">
      <h1 className="sr-only">Audit</h1>
      <AuditToolbar params={params} role={role} onChange={(change) => setParams(change)} />
      <SplitPane
        end={
          selectedSeq !== null ? (
            <EventInspector
              seq={selectedSeq}
              meId={meId}
              closeHref={params.event === null ? undefined : auditHref(params, { event: null })}
              hrefOf={(change) => auditHref(params, change)}
            />
          ) : undefined
        }
        endLabel="The chosen event"
        endWidth={392}
        isEndOpen={params.event !== null}
      >
        <RefetchBar isFetching={query.isFetching && query.data !== undefined} />
        {query.error && !query.data ? (
          <QueryProblem
            title="The audit was not read."
            error={query.error}
            holds="Every event is kept; the log only grows."
            onRetry={() => query.refetch()}
            isRetrying={query.isFetching}
          />
        ) : !query.data ? (
          <Skeleton label="Reading the audit" rows={16} />
        ) : events.length === 0 ? (
          <EmptyState
            title={isFiltered(params) ? 'No event matches these filters.' : 'Nothing was recorded yet.'}
            actions={
              isFiltered(params) ? (
                <ButtonLink href={auditHref(params, unfilteredAudit)}>Clear the filters</ButtonLink>
              ) : undefined
            }
          >
            Every sign-in, look, decision and step of an apply is written here as it happens.
          </EmptyState>
        ) : (
          <>
            <AuditTable
              events={events}
              selectedSeq={selectedSeq}
              meId={meId}
              hrefOf={(seq) => auditHref(params, { event: seq })}
              onSelect={(seq) => setParams({ event: seq })}
            />
            <div className="flex min-h-11 shrink-0 items-center gap-3 px-5 text-xs text-ink-3">
              {events.length === 1 ? '1 event' : `${events.length} events`}
              {query.hasNextPage && (
                <Button size="sm" onPress={() => query.fetchNextPage()} isPending={query.isFetchingNextPage}>
                  Show older
                </Button>
              )}
            </div>
          </>
        )}
      </SplitPane>
    </PageFrame>
  )
}
