import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { overviewKeys } from '@/lib/control-loop/overview/query-keys'
import { snapshotKeys } from '@/lib/control-loop/snapshot/query-keys'
import { fetchJson } from '@/lib/platform/http/fetch-json'
import { toQueryString } from '@/lib/platform/http/to-query-string'
import {
  acceptedSchema,
  type ConnectionListQuery,
  connectionDetailSchema,
  connectionListSchema,
  type EditConnectionRequest,
  type EditFivetranSettingsRequest,
  fivetranSettingsSchema,
  type SaveCredentialsRequest,
  type SaveWarehouseRequest,
} from './contract'
import { connectionKeys, settingsKeys } from './query-keys'

/** As many as one page may hold: the list's keys and counts work over what is shown. */
const pageMax = 200

/** The watched connections under their filters, with the counts and facets of all. */
export function connectionsQuery(filters: Partial<ConnectionListQuery>) {
  return queryOptions({
    queryKey: connectionKeys.list(filters),
    queryFn: ({ signal }) =>
      fetchJson(connectionListSchema, `/api/v1/connections${toQueryString({ limit: pageMax, ...filters })}`, {
        signal,
      }),
    refetchInterval: 15_000,
  })
}

/** One connection; asked every two seconds while something is under way for it. */
export function connectionQuery(connectionId: string) {
  return queryOptions({
    queryKey: connectionKeys.detail(connectionId),
    queryFn: ({ signal }) => fetchJson(connectionDetailSchema, `/api/v1/connections/${connectionId}`, { signal }),
    refetchInterval: (query) => ((query.state.data?.underWay.length ?? 0) > 0 ? 2_000 : 15_000),
  })
}

const refresh = (client: QueryClient) =>
  Promise.all([
    client.invalidateQueries({ queryKey: connectionKeys.all }),
    client.invalidateQueries({ queryKey: snapshotKeys.all }),
    client.invalidateQueries({ queryKey: overviewKeys.home }),
    client.invalidateQueries({ queryKey: overviewKeys.status }),
  ])

/** Sets a connection's owner or freshness target. */
export function editConnectionMutation(client: QueryClient, connectionId: string) {
  return mutationOptions({
    mutationFn: (body: EditConnectionRequest) =>
      fetchJson(connectionDetailSchema, `/api/v1/connections/${connectionId}`, { method: 'PATCH', body }),
    onSettled: () => refresh(client),
  })
}

/** Our own re-reading of one connection. */
export function refreshConnectionMutation(client: QueryClient, connectionId: string) {
  return mutationOptions({
    mutationFn: () => fetchJson(acceptedSchema, `/api/v1/connections/${connectionId}/refreshes`, { method: 'POST' }),
    onSettled: () => refresh(client),
  })
}

/** A sync in Fivetran, now. */
export function syncConnectionMutation(client: QueryClient, connectionId: string) {
  return mutationOptions({
    mutationFn: () => fetchJson(acceptedSchema, `/api/v1/connections/${connectionId}/syncs`, { method: 'POST' }),
    onSettled: () => refresh(client),
  })
}

/** Our own re-reading of the whole account. */
export function refreshAccountMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: () => fetchJson(acceptedSchema, '/api/v1/account-refreshes', { method: 'POST' }),
    onSettled: () => refresh(client),
  })
}

/** The account's settings; asked every two seconds while a test is under way, every five while no call may leave. */
export function fivetranSettingsQuery() {
  return queryOptions({
    queryKey: settingsKeys.fivetran,
    queryFn: ({ signal }) => fetchJson(fivetranSettingsSchema, '/api/v1/settings/fivetran', { signal }),
    refetchInterval: (query) => {
      const settings = query.state.data
      const isTesting =
        settings?.account?.testUnderWay === true ||
        settings?.destinations.some((one) => one.warehouseConfigured && one.warehouseState === 'untested')
      if (isTesting) return 2_000
      const budget = settings?.calls.budget
      const isPaused = budget && (budget.heldUntil !== null || budget.breaker !== 'closed')
      return isPaused ? 5_000 : 30_000
    },
  })
}

const refreshSettings = (client: QueryClient) =>
  Promise.all([client.invalidateQueries({ queryKey: settingsKeys.fivetran }), refresh(client)])

/** A key and its secret: sealed by the server, tested by the worker. */
export function saveCredentialsMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: (body: SaveCredentialsRequest) =>
      fetchJson(acceptedSchema, '/api/v1/settings/fivetran/credentials', { method: 'PUT', body }),
    onSettled: () => refreshSettings(client),
  })
}

/** How often the account is read when no delivery asks for it, and how many calls Headgate allows itself. */
export function editFivetranSettingsMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: (body: EditFivetranSettingsRequest) =>
      fetchJson(fivetranSettingsSchema, '/api/v1/settings/fivetran', { method: 'PATCH', body }),
    onSettled: () => refreshSettings(client),
  })
}

/** Begins a new signing secret for deliveries; the one before stays valid. The worker registers it. */
export function rotateWebhookSecretMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: () => fetchJson(acceptedSchema, '/api/v1/settings/fivetran/webhook-rotations', { method: 'POST' }),
    onSettled: () => refreshSettings(client),
  })
}

/** Tests the stored key again. */
export function testAccountMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: () => fetchJson(acceptedSchema, '/api/v1/settings/fivetran/tests', { method: 'POST' }),
    onSettled: () => refreshSettings(client),
  })
}

/** Read-only access to a destination's warehouse: sealed by the server, tested by the worker. */
export function saveWarehouseMutation(client: QueryClient, destinationId: string) {
  return mutationOptions({
    mutationFn: (body: SaveWarehouseRequest) =>
      fetchJson(acceptedSchema, `/api/v1/destinations/${destinationId}/warehouse`, { method: 'PUT', body }),
    onSettled: () => refreshSettings(client),
  })
}

/** Tests the stored access to a warehouse again. */
export function testWarehouseMutation(client: QueryClient, destinationId: string) {
  return mutationOptions({
    mutationFn: () =>
      fetchJson(acceptedSchema, `/api/v1/destinations/${destinationId}/warehouse-tests`, { method: 'POST' }),
    onSettled: () => refreshSettings(client),
  })
}
