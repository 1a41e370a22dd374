import { keepPreviousData, mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { proposalKeys } from '@/lib/control-loop/proposal/query-keys'
import { fetchJson } from '@/lib/platform/http/fetch-json'
import {
  type Mapping,
  type MappingRequest,
  mappingAnswerSchema,
  renderingsSchema,
  type StageMappingRequest,
  stageMappingResponseSchema,
  stagingPlacesSchema,
} from './contract'

export const mappingKeys = {
  /** The proposal a person is editing: kept while they look at other pages. */
  draft: ['mapping', 'draft'] as const,
  places: ['mapping', 'places'] as const,
  renderings: (proposalId: string, revision: number) => ['mapping', 'renderings', proposalId, revision] as const,
}

/** Reads a source and proposes how to sync it. Nothing is stored. */
export function proposeMappingMutation() {
  return mutationOptions({
    mutationFn: (body: MappingRequest) => fetchJson(mappingAnswerSchema, '/api/v1/mappings', { method: 'POST', body }),
  })
}

/** The documents of an edited proposal; `revision` counts its edits. The last ones stay while it is asked. */
export function renderingsQuery(proposalId: string, revision: number, mapping: Mapping) {
  return queryOptions({
    queryKey: mappingKeys.renderings(proposalId, revision),
    queryFn: ({ signal }) =>
      fetchJson(renderingsSchema, '/api/v1/mappings/renderings', { method: 'POST', body: mapping, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    placeholderData: keepPreviousData,
  })
}

/** Where a mapping may be staged. */
export function stagingPlacesQuery() {
  return queryOptions({
    queryKey: mappingKeys.places,
    queryFn: ({ signal }) => fetchJson(stagingPlacesSchema, '/api/v1/mappings/places', { signal }),
  })
}

/** Stages a mapping for review: a proposal that creates a paused connection. */
export function stageMappingMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: (body: StageMappingRequest) =>
      fetchJson(stageMappingResponseSchema, '/api/v1/mappings/stagings', { method: 'POST', body }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: proposalKeys.all }),
        client.invalidateQueries({ queryKey: mappingKeys.places }),
        client.invalidateQueries({ queryKey: ['status'] }),
      ]),
  })
}
