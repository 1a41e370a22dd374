import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { acceptedSchema } from '@/lib/control-loop/connection/contract'
import { connectionKeys } from '@/lib/control-loop/connection/query-keys'
import { changeKeys } from '@/lib/control-loop/diff/query-keys'
import { fetchJson } from '@/lib/platform/http/fetch-json'
import { homeSchema, statusSchema } from './contract'
import { overviewKeys } from './query-keys'

/** What needs this person now. */
export function homeQuery() {
  return queryOptions({
    queryKey: overviewKeys.home,
    queryFn: ({ signal }) => fetchJson(homeSchema, '/api/v1/home', { signal }),
    refetchInterval: 15_000,
  })
}

/** The console's status line; asked more often while a run is under way. */
export function statusQuery() {
  return queryOptions({
    queryKey: overviewKeys.status,
    queryFn: ({ signal }) => fetchJson(statusSchema, '/api/v1/status', { signal }),
    refetchInterval: (query) => ((query.state.data?.running ?? 0) > 0 ? 2_000 : 15_000),
  })
}

/** In the demo: plays the next step of the sandbox's scenario. Headgate finds out as it always does. */
export function playScenarioStepMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: () => fetchJson(acceptedSchema, '/api/v1/demo/scenario-steps', { method: 'POST' }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: connectionKeys.all }),
        client.invalidateQueries({ queryKey: changeKeys.all }),
        client.invalidateQueries({ queryKey: overviewKeys.home }),
        client.invalidateQueries({ queryKey: overviewKeys.status }),
      ]),
  })
}
