import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { fetchJson } from '@/lib/platform/http/fetch-json'
import { toQueryString } from '@/lib/platform/http/to-query-string'
import {
  adviceAcceptedSchema,
  type adviceRequestSchema,
  adviceViewSchema,
  type LatestAdviceQuery,
  latestAdviceSchema,
} from './contract'
import { adviceKeys } from './query-keys'

/** The latest answer about a subject; asked again while one is under way. */
export function latestAdviceQuery(asked: LatestAdviceQuery) {
  return queryOptions({
    queryKey: adviceKeys.latest(asked),
    queryFn: ({ signal }) => fetchJson(latestAdviceSchema, `/api/v1/advice/latest${toQueryString(asked)}`, { signal }),
    refetchInterval: (query) => (query.state.data?.advice?.state === 'waiting' ? 1_500 : false),
  })
}

/** One answer by its id; asked again while it is under way. */
export function adviceQuery(adviceId: string | null) {
  return queryOptions({
    queryKey: adviceKeys.detail(adviceId ?? ''),
    queryFn: ({ signal }) => fetchJson(adviceViewSchema, `/api/v1/advice/${adviceId}`, { signal }),
    enabled: adviceId !== null,
    refetchInterval: (query) => (query.state.data?.state === 'waiting' ? 1_500 : false),
  })
}

/** Asks. What is asked for already is not asked a second time. */
export function requestAdviceMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: (body: z.infer<typeof adviceRequestSchema>) =>
      fetchJson(adviceAcceptedSchema, '/api/v1/advice', { method: 'POST', body }),
    onSettled: () => client.invalidateQueries({ queryKey: adviceKeys.all }),
  })
}
