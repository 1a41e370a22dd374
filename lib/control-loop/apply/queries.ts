import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { draftProposalResponseSchema } from '@/lib/control-loop/proposal/contract'
import { proposalKeys } from '@/lib/control-loop/proposal/query-keys'
import { fetchJson } from '@/lib/platform/http/fetch-json'
import { toQueryString } from '@/lib/platform/http/to-query-string'
import {
  applyRunDetailSchema,
  type applyRunListQuerySchema,
  applyRunListSchema,
  startApplyRunResponseSchema,
} from './contract'
import { applyKeys } from './query-keys'

/** Apply runs, latest first. */
export function applyRunsQuery(filters: Partial<z.infer<typeof applyRunListQuerySchema>>) {
  return queryOptions({
    queryKey: applyKeys.list(filters),
    queryFn: ({ signal }) => fetchJson(applyRunListSchema, `/api/v1/apply-runs${toQueryString(filters)}`, { signal }),
    refetchInterval: 10_000,
  })
}

/** One run with its steps and log; asked every second while something moves. */
export function applyRunQuery(runId: string) {
  return queryOptions({
    queryKey: applyKeys.detail(runId),
    queryFn: ({ signal }) => fetchJson(applyRunDetailSchema, `/api/v1/apply-runs/${runId}`, { signal }),
    refetchInterval: (query) => {
      const state = query.state.data?.state
      return state === 'waiting' || state === 'applying' || state === 'applied' ? 1_000 : 15_000
    },
  })
}

const refresh = (client: QueryClient) =>
  Promise.all([
    client.invalidateQueries({ queryKey: applyKeys.all }),
    client.invalidateQueries({ queryKey: proposalKeys.all }),
    client.invalidateQueries({ queryKey: ['status'] }),
  ])

/** Applies an approved proposal: the second of the two decisions. */
export function startApplyRunMutation(client: QueryClient, proposalId: string) {
  return mutationOptions({
    mutationFn: (planHash: string) =>
      fetchJson(startApplyRunResponseSchema, `/api/v1/proposals/${proposalId}/apply-runs`, {
        method: 'POST',
        body: { planHash },
      }),
    onSettled: () => refresh(client),
  })
}

const doneSchema = z.object({ accepted: z.literal(true) })

/** Stops after the step that is under way. */
export function stopApplyRunMutation(client: QueryClient, runId: string) {
  return mutationOptions({
    mutationFn: () => fetchJson(doneSchema, `/api/v1/apply-runs/${runId}/stops`, { method: 'POST' }),
    onSettled: () => refresh(client),
  })
}

/** Goes on with a failed run from its failed step. */
export function retryApplyRunMutation(client: QueryClient, runId: string) {
  return mutationOptions({
    mutationFn: () => fetchJson(doneSchema, `/api/v1/apply-runs/${runId}/retries`, { method: 'POST' }),
    onSettled: () => refresh(client),
  })
}

/** Proposes the way back: a new proposal made of the recorded before-states, which needs its own approval. */
export function proposeRevertMutation(client: QueryClient, runId: string) {
  return mutationOptions({
    mutationFn: () => fetchJson(draftProposalResponseSchema, `/api/v1/apply-runs/${runId}/reverts`, { method: 'POST' }),
    onSettled: () => refresh(client),
  })
}
