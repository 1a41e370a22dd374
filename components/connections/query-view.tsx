'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { QueryProblem } from '@/components/console/query-problem'
import { Button } from '@/components/ui/button'
import { Message } from '@/components/ui/message'
import { RefetchBar } from '@/components/ui/refetch-bar'
import { Skeleton } from '@/components/ui/skeleton'
import { ProblemError } from '@/lib/platform/http/fetch-json'

export type QueryViewProps<Content> = {
  query: Pick<UseQueryResult<Content>, 'data' | 'error' | 'isFetching' | 'refetch'>
  /** What did not happen when it fails: "The schema was not read". */
  what: string
  /** What readers hear while it loads: "Reading the schema". */
  reading: string
  skeleton?: ReactNode
  children: (content: Content) => ReactNode
}

/** One read in its looks: late, failed, there. Content stays while it is read again, and stays under the failure of a later read. */
export function QueryView<Content>({ query, what, reading, skeleton, children }: QueryViewProps<Content>) {
  const { data, error, isFetching, refetch } = query
  if (data === undefined) {
    if (!error) return skeleton ?? <Skeleton label={reading} rows={10} />
    return <QueryProblem title={`${what}.`} error={error} onRetry={() => refetch()} isRetrying={isFetching} />
  }
  return (
    <>
      <RefetchBar isFetching={isFetching} label={reading} />
      {error && (
        <Message
          tone="warn"
          isBanner
          title={`${what} again.`}
          correlationId={error instanceof ProblemError ? error.correlationId : null}
          actions={
            <Button size="sm" isPending={isFetching} onPress={() => refetch()}>
              Try again
            </Button>
          }
        >
          {error.message} You see what was read before.
        </Message>
      )}
      {children(data)}
    </>
  )
}
