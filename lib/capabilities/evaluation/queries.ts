import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/platform/http/fetch-json'
import { toQueryString } from '@/lib/platform/http/to-query-string'
import { type EvaluationListQuery, evaluationListSchema } from './contract'
import { evaluationKeys } from './query-keys'

/** The latest measured runs, of one task or of all. */
export function evaluationsQuery(filters: EvaluationListQuery = {}) {
  return queryOptions({
    queryKey: evaluationKeys.list(filters),
    queryFn: ({ signal }) =>
      fetchJson(evaluationListSchema, `/api/v1/evaluations${toQueryString(filters)}`, { signal }),
    staleTime: 30_000,
  })
}
