import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { applyKeys } from '@/lib/control-loop/apply/query-keys'
import { fetchJson } from '@/lib/platform/http/fetch-json'
import { toQueryString } from '@/lib/platform/http/to-query-string'
import {
  type DraftProposalRequest,
  draftProposalResponseSchema,
  type ProposalListQuery,
  proposalDetailSchema,
  proposalListSchema,
  type ReviseProposalRequest,
} from './contract'
import { proposalKeys } from './query-keys'

/** The queue under its filters; asked again while it is looked at, since others decide too. */
export function proposalsQuery(filters: Partial<ProposalListQuery>) {
  return queryOptions({
    queryKey: proposalKeys.list(filters),
    queryFn: ({ signal }) => fetchJson(proposalListSchema, `/api/v1/proposals${toQueryString(filters)}`, { signal }),
    refetchInterval: 10_000,
  })
}

/** One proposal, as the person asking may see and decide it. */
export function proposalQuery(proposalId: string) {
  return queryOptions({
    queryKey: proposalKeys.detail(proposalId),
    queryFn: ({ signal }) => fetchJson(proposalDetailSchema, `/api/v1/proposals/${proposalId}`, { signal }),
    refetchInterval: (query) =>
      query.state.data?.state === 'applying' || query.state.data?.state === 'applied' ? 1_500 : 8_000,
  })
}

const refresh = (client: QueryClient) =>
  Promise.all([
    client.invalidateQueries({ queryKey: proposalKeys.all }),
    client.invalidateQueries({ queryKey: applyKeys.all }),
    client.invalidateQueries({ queryKey: ['status'] }),
  ])

/** A person proposes. */
export function draftProposalMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: (body: DraftProposalRequest) =>
      fetchJson(draftProposalResponseSchema, '/api/v1/proposals', { method: 'POST', body }),
    onSettled: () => refresh(client),
  })
}

/** A new revision; the person becomes its editor. */
export function reviseProposalMutation(client: QueryClient, proposalId: string) {
  return mutationOptions({
    mutationFn: (body: ReviseProposalRequest) =>
      fetchJson(z.object({ revision: z.number() }), `/api/v1/proposals/${proposalId}/revisions`, {
        method: 'POST',
        body,
      }),
    onSettled: () => refresh(client),
  })
}

/** A comment in the thread. */
export function commentMutation(client: QueryClient, proposalId: string) {
  return mutationOptions({
    mutationFn: (text: string) =>
      fetchJson(z.object({ id: z.string() }), `/api/v1/proposals/${proposalId}/comments`, {
        method: 'POST',
        body: { text },
      }),
    onSettled: () => client.invalidateQueries({ queryKey: proposalKeys.detail(proposalId) }),
  })
}
