import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/platform/http/fetch-json'
import { toQueryString } from '@/lib/platform/http/to-query-string'
import { comparisonSchema, connectionSchemaSchema, snapshotListSchema } from './contract'
import { snapshotKeys } from './query-keys'

/** A connection's snapshots, page after page, latest first. */
export function snapshotsQuery(connectionId: string) {
  return infiniteQueryOptions({
    queryKey: snapshotKeys.list(connectionId),
    queryFn: ({ pageParam, signal }) =>
      fetchJson(
        snapshotListSchema,
        `/api/v1/connections/${connectionId}/snapshots${toQueryString({ cursor: pageParam })}`,
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: 30_000,
  })
}

/** A connection's schema as last seen, with open changes, proposals and classes. */
export function connectionSchemaQuery(connectionId: string) {
  return queryOptions({
    queryKey: snapshotKeys.schema(connectionId),
    queryFn: ({ signal }) =>
      fetchJson(connectionSchemaSchema, `/api/v1/connections/${connectionId}/schema`, { signal }),
    refetchInterval: 30_000,
  })
}

/** What differs between two snapshots; `base` may be `baseline`, `revision` may be `latest`. */
export function comparisonQuery(connectionId: string, base: string, revision: string) {
  return queryOptions({
    queryKey: snapshotKeys.comparison(connectionId, base, revision),
    queryFn: ({ signal }) =>
      fetchJson(
        comparisonSchema,
        `/api/v1/connections/${connectionId}/comparisons${toQueryString({ base, revision })}`,
        { signal },
      ),
    // Two stored snapshots never differ in another way; what answers their changes does.
    refetchInterval: 30_000,
  })
}
