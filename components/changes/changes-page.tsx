'use client'

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { ChangesPerDayChart } from '@/components/charts/changes-per-day-chart'
import { QueryProblem } from '@/components/console/query-problem'
import { PageFrame } from '@/components/layout/page-frame'
import { Button } from '@/components/ui/button'
import { RefetchBar } from '@/components/ui/refetch-bar'
import { Skeleton } from '@/components/ui/skeleton'
import { changesPerDayQuery, changesQuery } from '@/lib/control-loop/diff/queries'
import { type ChangeListParams, changeListParams } from './change-list-params'
import { ChangesEmpty } from './changes-empty'
import { ChangesTable } from './changes-table'
import { ChangesToolbar } from './changes-toolbar'

/** What changed anywhere, latest first, narrowed by the address. */
export function ChangesPage() {
  const [params, setParams] = useQueryStates(changeListParams)
  const query = useInfiniteQuery({ ...changesQuery(filtersOf(params)), placeholderData: keepPreviousData })
  const perDay = useQuery(changesPerDayQuery())
  const changes = query.data?.pages.flatMap((page) => page.items) ?? []
  const counts = query.data?.pages[0]?.counts ?? null
  return (
    <PageFrame crumbs={[{ label: 'Changes' }]}>
      <h1 className="sr-only">Changes</h1>
      <ChangesToolbar params={params} counts={counts} onChange={(change) => setParams(change)} />
      {perDay.data && <ChangesPerDayChart days={perDay.data.days} />}
      <div className="relative grow">
        <RefetchBar isFetching={query.isFetching && query.data !== undefined} />
        {query.error && !query.data ? (
          <QueryProblem
            title="The changes were not read."
            error={query.error}
            holds="What was seen before is kept; nothing is lost."
            onRetry={() => query.refetch()}
            isRetrying={query.isFetching}
          />
        ) : !query.data ? (
          <Skeleton label="Reading changes" rows={12} />
        ) : changes.length === 0 ? (
          <ChangesEmpty params={params} />
        ) : (
          <>
            <ChangesTable changes={changes} />
            <div className="flex min-h-11 items-center gap-3 px-5 text-xs text-ink-3">
              {changes.length === 1 ? '1 change' : `${changes.length} changes`}
              {query.hasNextPage ? (
                <Button size="sm" onPress={() => query.fetchNextPage()} isPending={query.isFetchingNextPage}>
                  Show older
                </Button>
              ) : (
                ', all of them'
              )}
            </div>
          </>
        )}
      </div>
    </PageFrame>
  )
}

function filtersOf(params: ChangeListParams) {
  return {
    state: params.state,
    severity: params.severity ?? undefined,
    origin: params.origin ?? undefined,
    connection: params.connection ?? undefined,
    q: params.q.trim() || undefined,
  }
}
