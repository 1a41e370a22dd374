import { infiniteQueryOptions, mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { acceptedSchema } from '@/lib/control-loop/connection/contract'
import { proposalKeys } from '@/lib/control-loop/proposal/query-keys'
import { snapshotKeys } from '@/lib/control-loop/snapshot/query-keys'
import { fetchJson } from '@/lib/platform/http/fetch-json'
import { toQueryString } from '@/lib/platform/http/to-query-string'
import {
  type CatalogListQuery,
  catalogListSchema,
  catalogTableSchema,
  classFlipsSchema,
  type DecideClassRequest,
  type DecideFlipsRequest,
  decideFlipsAnswerSchema,
  type UndoClassRequest,
} from './contract'
import { catalogKeys } from './query-keys'

/** Tables of all connections, page after page, worst first. */
export function catalogTablesQuery(filters: Partial<Omit<CatalogListQuery, 'cursor'>>) {
  return infiniteQueryOptions({
    queryKey: catalogKeys.list(filters),
    queryFn: ({ pageParam, signal }) =>
      fetchJson(catalogListSchema, `/api/v1/catalog/tables${toQueryString({ ...filters, cursor: pageParam })}`, {
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: 30_000,
  })
}

/** One table with the classes of its columns. */
export function catalogTableQuery(connectionId: string, schema: string, table: string) {
  const path = [connectionId, schema, table].map(encodeURIComponent).join('/')
  return queryOptions({
    queryKey: catalogKeys.table(connectionId, schema, table),
    queryFn: ({ signal }) => fetchJson(catalogTableSchema, `/api/v1/catalog/tables/${path}`, { signal }),
    refetchInterval: 30_000,
  })
}

/** What changed rules would flip. */
export function classFlipsQuery() {
  return queryOptions({
    queryKey: catalogKeys.flips,
    queryFn: ({ signal }) => fetchJson(classFlipsSchema, '/api/v1/catalog/flips', { signal }),
    refetchInterval: 60_000,
  })
}

/** A class is read in the schema and in risk too, and what fits it is drafted a moment later. */
const afterDecision = (client: QueryClient) => () =>
  Promise.all([
    client.invalidateQueries({ queryKey: catalogKeys.all }),
    client.invalidateQueries({ queryKey: snapshotKeys.all }),
    client.invalidateQueries({ queryKey: proposalKeys.all }),
  ])

/** What a person says a column holds. */
export function decideClassMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: (body: DecideClassRequest) =>
      fetchJson(acceptedSchema, '/api/v1/catalog/decisions', { method: 'POST', body }),
    onSettled: afterDecision(client),
  })
}

/** Gives the recognisers' word back. */
export function undoClassMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: (body: UndoClassRequest) =>
      fetchJson(acceptedSchema, '/api/v1/catalog/undone-decisions', { method: 'POST', body }),
    onSettled: afterDecision(client),
  })
}

/** Answers a whole group of flips, request after request until none is left. */
export function decideFlipsMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: async (body: DecideFlipsRequest) => {
      let decided = 0
      for (;;) {
        const answer = await fetchJson(decideFlipsAnswerSchema, '/api/v1/catalog/flip-decisions', {
          method: 'POST',
          body,
        })
        decided += answer.decided
        if (answer.remaining === 0 || answer.decided === 0) return { decided }
      }
    },
    onSettled: afterDecision(client),
  })
}
