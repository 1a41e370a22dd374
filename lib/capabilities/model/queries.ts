import { infiniteQueryOptions, mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/platform/http/fetch-json'
import { toQueryString } from '@/lib/platform/http/to-query-string'
import {
  acceptedSchema,
  type CallListQuery,
  type CreatePreviewRequest,
  type CreateProviderRequest,
  callDetailSchema,
  callListSchema,
  type EditModelSettingsRequest,
  type EditProviderRequest,
  modelSettingsSchema,
  previewCreatedSchema,
  previewSchema,
  type ReplayCallRequest,
  type SaveDefaultRouteRequest,
  type SaveExportRequest,
  type SavePricesRequest,
  type SaveSampleConsentRequest,
  type SaveTaskSettingRequest,
  type StopModelsRequest,
  sampleConsentListSchema,
  usageSchema,
} from './contract'
import { modelKeys } from './query-keys'

const settingsPath = '/api/v1/settings/models'

/** Providers, routes, caps and the stop switch; asked every two seconds while a test is under way. */
export function modelSettingsQuery() {
  return queryOptions({
    queryKey: modelKeys.settings,
    queryFn: ({ signal }) => fetchJson(modelSettingsSchema, settingsPath, { signal }),
    refetchInterval: (query) => {
      const settings = query.state.data
      const isBusy =
        settings?.providers.some(({ testUnderWay }) => testUnderWay) ||
        (settings?.export.kind !== 'off' && settings?.export.state === 'untested')
      return isBusy ? 2_000 : 15_000
    },
  })
}

/** The stop switch and caps are seen in usage too. */
const afterSetting = (client: QueryClient) => () => client.invalidateQueries({ queryKey: modelKeys.all })

/** A provider: its key is sealed by the server, and the worker tests it. */
export function createProviderMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: (body: CreateProviderRequest) =>
      fetchJson(modelSettingsSchema, `${settingsPath}/providers`, { method: 'POST', body }),
    onSettled: afterSetting(client),
  })
}

/** Changes a provider; another address clears the stored key. */
export function editProviderMutation(client: QueryClient, providerId: string) {
  return mutationOptions({
    mutationFn: (body: EditProviderRequest) =>
      fetchJson(modelSettingsSchema, `${settingsPath}/providers/${providerId}`, { method: 'PATCH', body }),
    onSettled: afterSetting(client),
  })
}

/** Removes a provider with its key and prices; its calls stay in the ledger. */
export function removeProviderMutation(client: QueryClient, providerId: string) {
  return mutationOptions({
    mutationFn: () => fetchJson(modelSettingsSchema, `${settingsPath}/providers/${providerId}`, { method: 'DELETE' }),
    onSettled: afterSetting(client),
  })
}

/** Lists models and asks for one token; what was wrong appears at the provider. */
export function testProviderMutation(client: QueryClient, providerId: string) {
  return mutationOptions({
    mutationFn: () => fetchJson(acceptedSchema, `${settingsPath}/providers/${providerId}/tests`, { method: 'POST' }),
    onSettled: afterSetting(client),
  })
}

/** Replaces a provider's price table. */
export function savePricesMutation(client: QueryClient, providerId: string) {
  return mutationOptions({
    mutationFn: (body: SavePricesRequest) =>
      fetchJson(modelSettingsSchema, `${settingsPath}/providers/${providerId}/prices`, { method: 'PUT', body }),
    onSettled: afterSetting(client),
  })
}

/** Caps, concurrency, samples, retention. */
export function editModelSettingsMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: (body: EditModelSettingsRequest) =>
      fetchJson(modelSettingsSchema, settingsPath, { method: 'PATCH', body }),
    onSettled: afterSetting(client),
  })
}

/** The stop switch: works at once, with no job and no model. */
export function stopModelsMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: (body: StopModelsRequest) =>
      fetchJson(modelSettingsSchema, `${settingsPath}/stop-switch`, { method: 'PUT', body }),
    onSettled: afterSetting(client),
  })
}

/** Which models answer where a task names none of its own. */
export function saveDefaultRouteMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: (body: SaveDefaultRouteRequest) =>
      fetchJson(modelSettingsSchema, `${settingsPath}/default-route`, { method: 'PUT', body }),
    onSettled: afterSetting(client),
  })
}

/** One task: on or off, its caps, which models answer. */
export function saveTaskSettingMutation(client: QueryClient, task: string) {
  return mutationOptions({
    mutationFn: (body: SaveTaskSettingRequest) =>
      fetchJson(modelSettingsSchema, `${settingsPath}/tasks/${task}`, { method: 'PUT', body }),
    onSettled: afterSetting(client),
  })
}

/** Where spans of calls are sent; saved and then tested by the worker. */
export function saveExportMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: (body: SaveExportRequest) =>
      fetchJson(modelSettingsSchema, `${settingsPath}/export`, { method: 'PUT', body }),
    onSettled: afterSetting(client),
  })
}

/** Sends an empty batch to the stored address. */
export function testExportMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: () => fetchJson(acceptedSchema, `${settingsPath}/export/tests`, { method: 'POST' }),
    onSettled: afterSetting(client),
  })
}

/** Columns of a connection whose masked samples may be shown. */
export function sampleConsentsQuery(connectionId: string) {
  return queryOptions({
    queryKey: modelKeys.consents(connectionId),
    queryFn: ({ signal }) =>
      fetchJson(
        sampleConsentListSchema,
        `${settingsPath}/sample-consents${toQueryString({ connection: connectionId })}`,
        { signal },
      ),
  })
}

export function saveSampleConsentMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: (body: SaveSampleConsentRequest) =>
      fetchJson(sampleConsentListSchema, `${settingsPath}/sample-consents`, { method: 'PUT', body }),
    onSettled: afterSetting(client),
  })
}

/** The ledger under its filters, latest first, page after page. */
export function modelCallsQuery(filters: Partial<Omit<CallListQuery, 'cursor'>>) {
  return infiniteQueryOptions({
    queryKey: modelKeys.calls(filters),
    queryFn: ({ pageParam, signal }) =>
      fetchJson(callListSchema, `/api/v1/model-calls${toQueryString({ ...filters, cursor: pageParam })}`, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: 15_000,
  })
}

/** One call in full; asked every two seconds while it or a repeat of it is under way. */
export function modelCallQuery(callId: string) {
  return queryOptions({
    queryKey: modelKeys.call(callId),
    queryFn: ({ signal }) => fetchJson(callDetailSchema, `/api/v1/model-calls/${callId}`, { signal }),
    refetchInterval: (query) => {
      const call = query.state.data
      const isUnderWay = call && [call, ...call.replays].some(({ outcome }) => outcome === 'in-flight')
      return isUnderWay ? 2_000 : 15_000
    },
  })
}

/** Asks the same again of another model or with the current prompt; the answer appears among the call's repeats. */
export function replayCallMutation(client: QueryClient, callId: string) {
  return mutationOptions({
    mutationFn: (body: ReplayCallRequest) =>
      fetchJson(acceptedSchema, `/api/v1/model-calls/${callId}/replays`, { method: 'POST', body }),
    onSettled: afterSetting(client),
  })
}

/** The address of the ledger as a file. */
export function callExportPath(filters: Partial<CallListQuery>, format: 'csv' | 'json'): string {
  const { cursor: _cursor, limit: _limit, ...rest } = filters
  return `/api/v1/model-calls/export${toQueryString({ ...rest, format })}`
}

/** Cost, errors and acceptance over the last days. */
export function modelUsageQuery(days: number) {
  return queryOptions({
    queryKey: modelKeys.usage(days),
    queryFn: ({ signal }) => fetchJson(usageSchema, `/api/v1/model-usage${toQueryString({ days })}`, { signal }),
    refetchInterval: 30_000,
  })
}

/** Asks the worker for the exact bytes a task would send. */
export function createPreviewMutation() {
  return mutationOptions({
    mutationFn: (body: CreatePreviewRequest) =>
      fetchJson(previewCreatedSchema, '/api/v1/model-previews', { method: 'POST', body }),
  })
}

/** A preview; asked again until it is there. */
export function previewQuery(previewId: string) {
  return queryOptions({
    queryKey: modelKeys.preview(previewId),
    queryFn: ({ signal }) => fetchJson(previewSchema, `/api/v1/model-previews/${previewId}`, { signal }),
    refetchInterval: (query) => (query.state.data?.state === 'under-way' ? 1_000 : false),
  })
}
