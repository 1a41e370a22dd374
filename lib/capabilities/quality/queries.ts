import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { acceptedSchema } from '@/lib/control-loop/connection/contract'
import { fetchJson } from '@/lib/platform/http/fetch-json'
import { toQueryString } from '@/lib/platform/http/to-query-string'
import {
  checkDetailSchema,
  checkFileSchema,
  connectionProfilesSchema,
  type ProfileRunRequest,
  profileCancelledSchema,
  profilePlannedSchema,
  profilingSwitchSchema,
  type QualityQuery,
  qualityOverviewSchema,
  tableChecksSchema,
  tableProfileViewSchema,
} from './contract'
import { qualityKeys } from './query-keys'

/** The latest measurement of each table of a connection; asked every two seconds while some wait or run. */
export function connectionProfilesQuery(connectionId: string) {
  return queryOptions({
    queryKey: qualityKeys.profiles(connectionId),
    queryFn: ({ signal }) =>
      fetchJson(connectionProfilesSchema, `/api/v1/profiles/${encodeURIComponent(connectionId)}`, { signal }),
    refetchInterval: ({ state }) => ((state.data?.planned ?? 0) + (state.data?.running ?? 0) > 0 ? 2_000 : 30_000),
  })
}

/** What was measured of one table; asked every two seconds while a measurement waits or runs. */
export function tableProfileQuery(connectionId: string, schema: string, table: string) {
  const path = [connectionId, schema, table].map(encodeURIComponent).join('/')
  return queryOptions({
    queryKey: qualityKeys.profile(connectionId, schema, table),
    queryFn: ({ signal }) => fetchJson(tableProfileViewSchema, `/api/v1/profiles/${path}`, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.latest?.state === 'planned' || state.data?.latest?.state === 'running' ? 2_000 : 30_000,
  })
}

const refresh = (client: QueryClient) => client.invalidateQueries({ queryKey: qualityKeys.all })

/** Measures a table, or all of a connection, now. */
export function profileNowMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: (body: ProfileRunRequest) =>
      fetchJson(profilePlannedSchema, '/api/v1/profile-runs', { method: 'POST', body }),
    onSettled: () => refresh(client),
  })
}

/** Takes back what waits or runs. */
export function cancelProfilesMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: (body: ProfileRunRequest) =>
      fetchJson(profileCancelledSchema, '/api/v1/profile-runs/cancellations', { method: 'POST', body }),
    onSettled: () => refresh(client),
  })
}

/** Whether tables are measured after each sync. */
export function switchProfilingMutation(client: QueryClient, connectionId: string) {
  return mutationOptions({
    mutationFn: (profilesTables: boolean) =>
      fetchJson(profilingSwitchSchema, `/api/v1/connections/${connectionId}/profiling`, {
        method: 'PUT',
        body: { profilesTables },
      }),
    onSettled: () => refresh(client),
  })
}

/** How all checks stand. */
export function qualityQuery(filters: Partial<QualityQuery>) {
  return queryOptions({
    queryKey: qualityKeys.overview(filters),
    queryFn: ({ signal }) =>
      fetchJson(qualityOverviewSchema, `/api/v1/checks${toQueryString({ ...filters })}`, { signal }),
    refetchInterval: 10_000,
  })
}

/** One check with its results of so many days. */
export function checkQuery(checkId: string, days: number) {
  return queryOptions({
    queryKey: [...qualityKeys.check(checkId), days] as const,
    queryFn: ({ signal }) =>
      fetchJson(checkDetailSchema, `/api/v1/checks/${encodeURIComponent(checkId)}${toQueryString({ days })}`, {
        signal,
      }),
    refetchInterval: 10_000,
  })
}

/** What a table is held to, what waits, and what its measurements suggest. */
export function tableChecksQuery(connectionId: string, schema: string, table: string) {
  const path = [connectionId, schema, table].map(encodeURIComponent).join('/')
  return queryOptions({
    queryKey: qualityKeys.table(connectionId, schema, table),
    queryFn: ({ signal }) => fetchJson(tableChecksSchema, `/api/v1/check-suggestions/${path}`, { signal }),
    refetchInterval: 10_000,
  })
}

/** Looks at the rows for all checks of these connections now. */
export function runChecksMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: (connectionIds: readonly string[]) =>
      Promise.all(
        connectionIds.map((connectionId) =>
          fetchJson(acceptedSchema, '/api/v1/check-runs', { method: 'POST', body: { connectionId } }),
        ),
      ),
    onSettled: () => refresh(client),
  })
}

/** The checks in force of a table as a file for another tool. */
export function readCheckFileMutation(path: { connectionId: string; schema: string; table: string }) {
  const place = [path.connectionId, path.schema, path.table].map(encodeURIComponent).join('/')
  return mutationOptions({
    mutationFn: (format: 'dbt' | 'great-expectations' | 'soda' | 'odcs') =>
      fetchJson(checkFileSchema, `/api/v1/check-files/${place}${toQueryString({ format })}`),
  })
}
