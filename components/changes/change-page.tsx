'use client'

import { useQuery } from '@tanstack/react-query'
import { QueryProblem } from '@/components/console/query-problem'
import { PageFrame } from '@/components/layout/page-frame'
import { RefetchBar } from '@/components/ui/refetch-bar'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Skeleton } from '@/components/ui/skeleton'
import { changeQuery } from '@/lib/control-loop/diff/queries'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { ChangeView } from './change-view'

export type ChangePageProps = { changeId: string; role: Role | null }

/** One change, read by its id. */
export function ChangePage({ changeId, role }: ChangePageProps) {
  const query = useQuery(changeQuery(changeId))
  const change = query.data
  const name = change ? revealInvisible(change.path || change.connection.name) : 'Change'
  return (
    <PageFrame crumbs={[{ label: 'Changes', href: '/changes' }, { label: name }]}>
      {change ? (
        <>
          <RefetchBar isFetching={query.isFetching} />
          <ChangeView change={change} role={role} />
        </>
      ) : query.error ? (
        <QueryProblem
          title="This change was not read."
          error={query.error}
          onRetry={() => query.refetch()}
          isRetrying={query.isFetching}
        />
      ) : (
        <Skeleton label="Reading the change" rows={8} />
      )}
    </PageFrame>
  )
}
