'use client'

import { useQuery } from '@tanstack/react-query'
import { QueryProblem } from '@/components/console/query-problem'
import { PageFrame } from '@/components/layout/page-frame'
import { PageHeader } from '@/components/layout/page-header'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { RefetchBar } from '@/components/ui/refetch-bar'
import { Skeleton } from '@/components/ui/skeleton'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { deadJobsQuery } from '@/lib/platform/jobs/queries'
import { DeadJobsTable } from './dead-jobs-table'

export type DeadJobsPageProps = { role: Role | null }

/** Jobs whose last try failed. They wait here until somebody runs them again. */
export function DeadJobsPage({ role }: DeadJobsPageProps) {
  const query = useQuery(deadJobsQuery())
  return (
    <PageFrame crumbs={[{ label: 'Activity', href: '/activity' }, { label: 'Dead jobs' }]}>
      <PageHeader
        title="Dead jobs"
        meta="Work that failed on its last try. Running one again is recorded in the audit, and starts from the beginning."
      />
      <div className="relative grow border-t border-line">
        <RefetchBar isFetching={query.isFetching && query.data !== undefined} />
        {query.data ? (
          query.data.items.length === 0 ? (
            <EmptyState title="No job is dead." actions={<ButtonLink href="/activity">Back to the audit</ButtonLink>}>
              A job that fails is tried again with growing pauses; it comes here after its last try.
            </EmptyState>
          ) : (
            <DeadJobsTable jobs={query.data.items} total={query.data.total} role={role} />
          )
        ) : query.error ? (
          <QueryProblem
            title="The dead jobs were not read."
            error={query.error}
            onRetry={() => query.refetch()}
            isRetrying={query.isFetching}
          />
        ) : (
          <Skeleton label="Reading dead jobs" rows={5} />
        )}
      </div>
    </PageFrame>
  )
}
