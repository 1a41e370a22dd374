import { keepPreviousData, mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/platform/http/fetch-json'
import { toQueryString } from '@/lib/platform/http/to-query-string'
import {
  type ColumnDriftQuery,
  columnDriftViewSchema,
  type DecideIncidentRequest,
  type DriftQuery,
  decidedIncidentSchema,
  driftOverviewSchema,
  type IncidentListQuery,
  incidentListSchema,
  type ProposeBaselineRequest,
  proposedBaselineSchema,
  retrainingTestSchema,
  retrainingViewSchema,
  type SaveRetrainingHookRequest,
  savedRetrainingHookSchema,
} from './contract'
import { driftKeys } from './query-keys'

/** Tables by day and columns by effect. */
export function driftQuery(asked: DriftQuery) {
  return queryOptions({
    queryKey: driftKeys.overview(asked),
    queryFn: ({ signal }) => fetchJson(driftOverviewSchema, `/api/v1/drift${toQueryString(asked)}`, { signal }),
    refetchInterval: 30_000,
    placeholderData: keepPreviousData,
  })
}

/** One column; nothing is asked without one. */
export function columnDriftQuery(asked: ColumnDriftQuery | null) {
  return queryOptions({
    queryKey: driftKeys.column(asked),
    queryFn: ({ signal }) =>
      fetchJson(columnDriftViewSchema, `/api/v1/drift/columns${toQueryString(asked ?? {})}`, { signal }),
    enabled: asked !== null,
  })
}

export function incidentsQuery(asked: IncidentListQuery) {
  return queryOptions({
    queryKey: driftKeys.incidents(asked),
    queryFn: ({ signal }) => fetchJson(incidentListSchema, `/api/v1/incidents${toQueryString(asked)}`, { signal }),
    refetchInterval: 15_000,
    placeholderData: keepPreviousData,
  })
}

/** Whom is called for retraining; asked again until it was tested after `testedBefore`. Undefined where nobody waits for a test. */
export function retrainingQuery(testedBefore: string | null | undefined) {
  return queryOptions({
    queryKey: driftKeys.retraining,
    queryFn: ({ signal }) => fetchJson(retrainingViewSchema, '/api/v1/settings/retraining', { signal }),
    refetchInterval: (query) =>
      testedBefore !== undefined && query.state.data?.hook?.testedAt === testedBefore ? 1_500 : false,
  })
}

export function proposeBaselineMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: (body: ProposeBaselineRequest) =>
      fetchJson(proposedBaselineSchema, '/api/v1/drift/baseline-proposals', { method: 'POST', body }),
    onSettled: () => client.invalidateQueries({ queryKey: driftKeys.all }),
  })
}

export function decideIncidentMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: ({ incidentId, body }: { incidentId: string; body: DecideIncidentRequest }) =>
      fetchJson(decidedIncidentSchema, `/api/v1/incidents/${incidentId}/decisions`, { method: 'POST', body }),
    onSettled: () => client.invalidateQueries({ queryKey: driftKeys.all }),
  })
}

export function saveRetrainingHookMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: (body: SaveRetrainingHookRequest) =>
      fetchJson(savedRetrainingHookSchema, '/api/v1/settings/retraining', { method: 'PUT', body }),
    onSettled: () => client.invalidateQueries({ queryKey: driftKeys.retraining }),
  })
}

export function testRetrainingMutation() {
  return mutationOptions({
    mutationFn: () => fetchJson(retrainingTestSchema, '/api/v1/settings/retraining/tests', { method: 'POST' }),
  })
}
