'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { countOf } from '@/components/connections/count-of'
import { QueryProblem } from '@/components/console/query-problem'
import { PageFrame } from '@/components/layout/page-frame'
import { Button } from '@/components/ui/button'
import { RefetchBar } from '@/components/ui/refetch-bar'
import { Skeleton } from '@/components/ui/skeleton'
import { catalogTablesQuery } from '@/lib/capabilities/catalog/queries'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { CatalogEmpty } from './catalog-empty'
import { type CatalogListParams, catalogListParams } from './catalog-list-params'
import { CatalogTables } from './catalog-tables'
import { CatalogToolbar } from './catalog-toolbar'
import { ClassFlips } from './class-flips'

export type CatalogPageProps = { role: Role | null }

/** What the columns of every table hold, worst first: what lies in plain text, what nobody has decided, what changed rules would flip. */
export function CatalogPage({ role }: CatalogPageProps) {
  const [params, setParams] = useQueryStates(catalogListParams)
  const query = useInfiniteQuery({ ...catalogTablesQuery(filtersOf(params)), placeholderData: keepPreviousData })
  const tables = query.data?.pages.flatMap((page) => page.items) ?? []
  const first = query.data?.pages[0] ?? null
  return (
    <PageFrame crumbs={[{ label: 'Catalog' }]}>
      <h1 className="sr-only">Catalog</h1>
      <CatalogToolbar params={params} list={first} onChange={(change) => setParams(change)} />
      <ClassFlips role={role} />
      <div className="relative grow">
        <RefetchBar isFetching={query.isFetching && query.data !== undefined} />
        {query.error && !query.data ? (
          <QueryProblem
            title="The catalog was not read."
            error={query.error}
            holds="Every class and decision is kept."
            onRetry={() => query.refetch()}
            isRetrying={query.isFetching}
          />
        ) : !first ? (
          <Skeleton label="Reading the catalog" rows={12} />
        ) : tables.length === 0 ? (
          <CatalogEmpty params={params} />
        ) : (
          <>
            <CatalogTables tables={tables} />
            <div className="flex min-h-11 items-center gap-3 px-5 text-xs text-ink-3">
              {countOf(tables.length, 'table')}
              {query.hasNextPage ? (
                <Button size="sm" onPress={() => query.fetchNextPage()} isPending={query.isFetchingNextPage}>
                  Show more
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

function filtersOf(params: CatalogListParams) {
  return {
    connection: params.connection ?? undefined,
    class: params.class ?? undefined,
    plain: params.plain || undefined,
    undecided: params.undecided || undefined,
    q: params.q.trim() || undefined,
  }
}
