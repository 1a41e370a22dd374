'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useNow } from '@/components/approvals/use-now'
import { PageFrame } from '@/components/layout/page-frame'
import { PageHeader } from '@/components/layout/page-header'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Pagination } from '@/components/ui/pagination'
import { RefetchBar } from '@/components/ui/refetch-bar'
import { Skeleton } from '@/components/ui/skeleton'
import { applyRunsQuery } from '@/lib/control-loop/apply/queries'
import { connectionsQuery } from '@/lib/control-loop/connection/queries'
import { applyRunStates } from '@/lib/control-loop/stages'
import { ProblemError } from '@/lib/platform/http/fetch-json'
import { toQueryString } from '@/lib/platform/http/to-query-string'
import { RunFilters } from './run-filters'
import { RunsTable } from './runs-table'

/** Every apply, latest first, under filters that live in the address. */
export function ApplyRunsPage() {
  const now = useNow()
  const [{ state, connection, cursor }, setParams] = useQueryStates({
    state: parseAsStringLiteral(applyRunStates),
    connection: parseAsString,
    cursor: parseAsString,
  })
  const runs = useQuery({
    ...applyRunsQuery({
      state: state ?? undefined,
      connection: connection ?? undefined,
      cursor: cursor ?? undefined,
    }),
    placeholderData: keepPreviousData,
  })
  const watched = useQuery(connectionsQuery({}))
  const connections = (watched.data?.items ?? []).map(({ id, name }) => ({ id, label: name }))
  const items = runs.data?.items ?? []
  const isFiltered = state !== null || connection !== null
  const href = (next: string | null) => `/apply-runs${toQueryString({ state, connection, cursor: next })}`
  return (
    <PageFrame crumbs={[{ label: 'Apply runs' }]}>
      <PageHeader title="Apply runs" summary="What was sent, step by step, and what it left behind." />
      <RunFilters
        values={{ state, connection }}
        connections={connections}
        onChange={(values) => setParams({ ...values, cursor: null })}
      />
      <div className="relative grow">
        <RefetchBar isFetching={runs.isPlaceholderData && runs.isFetching} />
        {runs.error && !runs.data ? (
          <ErrorState
            title="The runs could not be read."
            cause={runs.error.message}
            holds="Runs under way go on without this page."
            actions={<Button onPress={() => runs.refetch()}>Read again</Button>}
            correlationId={runs.error instanceof ProblemError ? runs.error.correlationId : null}
          />
        ) : !runs.data ? (
          <Skeleton label="Reading the runs" rows={10} />
        ) : items.length === 0 ? (
          <EmptyState
            title={isFiltered ? 'No run matches.' : 'Nothing was applied yet.'}
            actions={
              isFiltered ? (
                <ButtonLink href="/apply-runs">Clear the filters</ButtonLink>
              ) : (
                <ButtonLink href="/approvals?view=approved">See what is approved</ButtonLink>
              )
            }
          >
            {isFiltered
              ? 'There are no runs of that state and connection.'
              : 'A run begins when somebody applies an approved proposal, or when policy allows it.'}
          </EmptyState>
        ) : (
          <>
            <RunsTable items={items} now={now} />
            <Pagination
              newerHref={cursor ? href(null) : null}
              olderHref={runs.data.nextCursor ? href(runs.data.nextCursor) : null}
              summary={items.length === 1 ? '1 run' : `${items.length} runs`}
            />
          </>
        )}
      </div>
    </PageFrame>
  )
}
