import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/lib/platform/http/fetch-json'
import { integrationsSchema, type SaveChannelRequest } from './contract'
import { notifyKeys } from './query-keys'

const PATH = '/api/v1/settings/integrations'

/** Who is told, and what is on its way; looked at again while a test is under way. */
export function integrationsQuery() {
  return queryOptions({
    queryKey: notifyKeys.all,
    queryFn: ({ signal }) => fetchJson(integrationsSchema, PATH, { signal }),
    refetchInterval: (query) => (query.state.data?.channels.some(({ state }) => state === 'untested') ? 1_500 : 15_000),
  })
}

const refresh = (client: QueryClient) => client.invalidateQueries({ queryKey: notifyKeys.all })

/** Adds a channel, or replaces the one named. */
export function saveChannelMutation(client: QueryClient, channelId: string | null) {
  return mutationOptions({
    mutationFn: (body: SaveChannelRequest) =>
      channelId === null
        ? fetchJson(integrationsSchema, `${PATH}/channels`, { method: 'POST', body })
        : fetchJson(integrationsSchema, `${PATH}/channels/${channelId}`, { method: 'PUT', body }),
    onSettled: () => refresh(client),
  })
}

/** Removes a channel with its key and what waits for it. */
export function removeChannelMutation(client: QueryClient, channelId: string) {
  return mutationOptions({
    mutationFn: () => fetchJson(integrationsSchema, `${PATH}/channels/${channelId}`, { method: 'DELETE' }),
    onSettled: () => refresh(client),
  })
}

/** Asks the worker to try a channel. */
export function testChannelMutation(client: QueryClient, channelId: string) {
  return mutationOptions({
    mutationFn: () => fetchJson(integrationsSchema, `${PATH}/channels/${channelId}/tests`, { method: 'POST' }),
    onSettled: () => refresh(client),
  })
}

/** Sends again what was given up on. */
export function replayThreadMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: (threadId: string) =>
      fetchJson(integrationsSchema, `${PATH}/threads/${threadId}/replays`, { method: 'POST' }),
    onSettled: () => refresh(client),
  })
}
