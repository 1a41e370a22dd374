'use client'

import { useQuery } from '@tanstack/react-query'
import { QueryProblem } from '@/components/console/query-problem'
import { PageFrame } from '@/components/layout/page-frame'
import { RefetchBar } from '@/components/ui/refetch-bar'
import { homeQuery, statusQuery } from '@/lib/control-loop/overview/queries'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { FirstRun } from './first-run'
import { HomeOverview } from './home-overview'
import { HomeSkeleton } from './home-skeleton'
import { isSetUp } from './prepare-setup'

export type HomePageProps = { role: Role | null }

/** Home: the four steps until something is watched, the channel and its lists from then on. */
export function HomePage({ role }: HomePageProps) {
  const home = useQuery(homeQuery())
  const { data: status } = useQuery(statusQuery())
  return (
    <PageFrame crumbs={[{ label: 'Home' }]}>
      {home.data ? (
        <>
          <h1 className="sr-only">Home</h1>
          <RefetchBar isFetching={home.isFetching} />
          {isSetUp(home.data.setup) ? (
            <HomeOverview home={home.data} />
          ) : (
            <FirstRun home={home.data} role={role} account={status?.account ?? null} />
          )}
        </>
      ) : home.error ? (
        <QueryProblem
          title="Home was not read."
          error={home.error}
          holds="What you decided is recorded."
          onRetry={() => home.refetch()}
          isRetrying={home.isFetching}
        />
      ) : (
        <HomeSkeleton />
      )}
    </PageFrame>
  )
}
