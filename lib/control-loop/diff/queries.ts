import { infiniteQueryOptions, mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { acceptedSchema } from '@/lib/control-loop/connection/contract'
import { overviewKeys } from '@/lib/control-loop/overview/query-keys'
import { proposalKeys } from '@/lib/control-loop/proposal/query-keys'
import { snapshotKeys } from '@/lib/control-loop/snapshot/query-keys'
import { fetchJson } from '@/lib/platform/http/fetch-json'
import { toQueryString } from '@/lib/platform/http/to-query-string'
import {
  type ChangeListQuery,
  changeDetailSchema,
  changeListSchema,
  changesPerDaySchema,
  type DecideRenameRequest,
} from './contract'
import { changeKeys } from './query-keys'

/** Changes found anywhere, page after page, latest first. */
export function changesQuery(filters: Partial<Omit<ChangeListQuery, 'cursor'>>) {
  return infiniteQueryOptions({
    queryKey: changeKeys.list(filters),
    queryFn: ({ pageParam, signal }) =>
      fetchJson(changeListSchema, `/api/v1/changes${toQueryString({ ...filters, cursor: pageParam })}`, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: 15_000,
  })
}

/** Changes found on each of the last 28 days. */
export function changesPerDayQuery() {
  return queryOptions({
    queryKey: changeKeys.perDay,
    queryFn: ({ signal }) => fetchJson(changesPerDaySchema, '/api/v1/changes-per-day', { signal }),
    refetchInterval: 60_000,
  })
}

/** One change with its snapshots, renames and siblings. */
export function changeQuery(changeId: string) {
  return queryOptions({
    queryKey: changeKeys.detail(changeId),
    queryFn: ({ signal }) => fetchJson(changeDetailSchema, `/api/v1/changes/${changeId}`, { signal }),
    refetchInterval: 15_000,
  })
}

/** What a person says of a suspected rename. The worker drafts what fits it, so proposals follow a moment later. */
export function decideRenameMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: (body: DecideRenameRequest) =>
      fetchJson(acceptedSchema, '/api/v1/rename-decisions', { method: 'POST', body }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: changeKeys.all }),
        client.invalidateQueries({ queryKey: snapshotKeys.all }),
        client.invalidateQueries({ queryKey: proposalKeys.all }),
        client.invalidateQueries({ queryKey: overviewKeys.status }),
      ]),
  })
}
