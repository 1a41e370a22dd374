'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { QueryProblem } from '@/components/console/query-problem'
import { PageFrame } from '@/components/layout/page-frame'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { RefetchBar } from '@/components/ui/refetch-bar'
import { Skeleton } from '@/components/ui/skeleton'
import { modelCallsQuery } from '@/lib/capabilities/model/queries'
import { callFilters, callParams, callsHref, unfilteredCalls } from './call-params'
import { CallsTable } from './calls-table'
import { CallsToolbar } from './calls-toolbar'

/** Every call a model was asked, latest first, under its filters. */
export function CallsPage() {
  const [params, setParams] = useQueryStates(callParams)
  const filters = callFilters(params)
  const query = useInfiniteQuery({ ...modelCallsQuery({ ...filters, limit: 50 }), placeholderData: keepPreviousData })
  const calls = query.data?.pages.flatMap(({ items }) => items) ?? []
  const isFiltered = Object.keys(filters).length > 0
  return (
    <PageFrame crumbs={[{ label: 'Usage & cost' }, { label: 'Models', href: '/usage/models' }, { label: 'Calls' }]}>
      <h1 className="sr-only">Calls of models</h1>
      <CallsToolbar params={params} models={query.data?.pages[0]?.models ?? []} onChange={(part) => setParams(part)} />
      <div className="relative grow">
        <RefetchBar isFetching={query.isFetching && query.data !== undefined} />
        {query.error && !query.data ? (
          <QueryProblem
            title="The calls were not read."
            error={query.error}
            onRetry={() => query.refetch()}
            isRetrying={query.isFetching}
          />
        ) : !query.data ? (
          <Skeleton label="Reading the calls" rows={16} />
        ) : calls.length === 0 ? (
          <EmptyState
            title={isFiltered ? 'No call matches these filters.' : 'No model was asked yet.'}
            actions={isFiltered && <ButtonLink href={callsHref(unfilteredCalls)}>Clear the filters</ButtonLink>}
          >
            Each call is written here before it leaves, with what it may cost.
          </EmptyState>
        ) : (
          <>
            <CallsTable calls={calls} />
            <div className="flex min-h-11 items-center gap-3 px-5 text-xs text-ink-3">
              {calls.length === 1 ? '1 call' : `${calls.length} calls`}
              {query.hasNextPage && (
                <Button size="sm" onPress={() => query.fetchNextPage()} isPending={query.isFetchingNextPage}>
                  Show older
                </Button>
              )}
            </div>
          </>
        )}
      </div>
    </PageFrame>
  )
}
