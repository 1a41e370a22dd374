'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState } from '@/components/ui/error-state'
import { RefetchBar } from '@/components/ui/refetch-bar'
import { Skeleton } from '@/components/ui/skeleton'

export type QueryViewProps<Content> = {
  query: Pick<UseQueryResult<Content>, 'data' | 'error' | 'isFetching' | 'refetch'>
  /** What did not happen when it fails: "The schema was not read." */
  what: string
  /** What readers hear while it loads: "Reading the schema". */
  reading: string
  skeleton?: ReactNode
  children: (content: Content) => ReactNode
}

/** One read in its four looks. Content stays while it is read again, and stays under an error of a later read. */
export function QueryView<Content>({ query, what, reading, skeleton, children }: QueryViewProps<Content>) {
  const { data, error, isFetching, refetch } = query
  if (data === undefined) {
    if (error) return <ErrorState title={what} error={error} onRetry={() => refetch()} />
    return skeleton ?? <Skeleton label={reading} rows={10} />
  }
  return (
    <>
      <RefetchBar isActive={isFetching} />
      {error && <ErrorState title={what} error={error} onRetry={() => refetch()} />}
      {children(data)}
    </>
  )
}
