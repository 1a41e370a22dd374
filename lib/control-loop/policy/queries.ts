import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { overviewKeys } from '@/lib/control-loop/overview/query-keys'
import { proposalKeys } from '@/lib/control-loop/proposal/query-keys'
import { fetchJson } from '@/lib/platform/http/fetch-json'
import {
  automationStateSchema,
  type BackTestRequest,
  backTestResponseSchema,
  policiesSchema,
  type SavePolicyRequest,
  type StopAutomationRequest,
  savePolicyResponseSchema,
} from './contract'
import { policyKeys } from './query-keys'

/** The policy in force, its record and its history. */
export function policiesQuery() {
  return queryOptions({
    queryKey: policyKeys.all,
    queryFn: ({ signal }) => fetchJson(policiesSchema, '/api/v1/policies', { signal }),
    refetchInterval: 15_000,
  })
}

const refresh = (client: QueryClient) =>
  Promise.all([
    client.invalidateQueries({ queryKey: policyKeys.all }),
    client.invalidateQueries({ queryKey: proposalKeys.all }),
    client.invalidateQueries({ queryKey: overviewKeys.status }),
  ])

/** Writes the next version. */
export function savePolicyMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: (body: SavePolicyRequest) =>
      fetchJson(savePolicyResponseSchema, '/api/v1/policies', { method: 'POST', body }),
    onSettled: () => refresh(client),
  })
}

/** Replays the past under a draft. Changes nothing. */
export function backTestMutation() {
  return mutationOptions({
    mutationFn: (body: BackTestRequest) =>
      fetchJson(backTestResponseSchema, '/api/v1/policies/back-tests', { method: 'POST', body }),
  })
}

/** Stops everything automatic, at once. */
export function stopAutomationMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: (body: StopAutomationRequest) =>
      fetchJson(automationStateSchema, '/api/v1/policies/stops', { method: 'POST', body }),
    onSettled: () => refresh(client),
  })
}

/** Lets it go on. */
export function releaseAutomationMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: () => fetchJson(automationStateSchema, '/api/v1/policies/releases', { method: 'POST' }),
    onSettled: () => refresh(client),
  })
}
