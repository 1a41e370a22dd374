import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { fetchJson } from '../http/fetch-json'
import { deadJobListSchema, replayDeadJobResponseSchema } from './contract'

export const jobKeys = { dead: ['dead-jobs'] as const }

/** Jobs whose last try failed. */
export function deadJobsQuery() {
  return queryOptions({
    queryKey: jobKeys.dead,
    queryFn: ({ signal }) => fetchJson(deadJobListSchema, '/api/v1/dead-jobs', { signal }),
    refetchInterval: 15_000,
  })
}

/** Runs a dead job again, as it was. */
export function replayDeadJobMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: (jobId: string) =>
      fetchJson(replayDeadJobResponseSchema, `/api/v1/dead-jobs/${jobId}/replays`, { method: 'POST' }),
    onSettled: () => client.invalidateQueries({ queryKey: jobKeys.dead }),
  })
}
