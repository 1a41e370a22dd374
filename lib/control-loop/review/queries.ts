import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { proposalKeys } from '@/lib/control-loop/proposal/query-keys'
import { fetchJson } from '@/lib/platform/http/fetch-json'
import {
  absenceListSchema,
  type BatchMember,
  batchListSchema,
  batchResultSchema,
  doneSchema,
  exclusionListSchema,
  type SaveAbsenceRequest,
  type SnoozeRequest,
  type SubmitBatchRequest,
  type SubmitReviewBody,
  sampleSchema,
  submitReviewResponseSchema,
} from './contract'
import { reviewKeys } from './query-keys'

const refresh = (client: QueryClient) =>
  Promise.all([
    client.invalidateQueries({ queryKey: proposalKeys.all }),
    client.invalidateQueries({ queryKey: reviewKeys.batches }),
    client.invalidateQueries({ queryKey: ['status'] }),
    client.invalidateQueries({ queryKey: ['home'] }),
  ])

/** Records a decision bound to what the person saw. A conflict answers 409 with its reason; nothing is overwritten. */
export function submitReviewMutation(client: QueryClient, proposalId: string) {
  return mutationOptions({
    mutationFn: (body: SubmitReviewBody) =>
      fetchJson(submitReviewResponseSchema, `/api/v1/proposals/${proposalId}/reviews`, { method: 'POST', body }),
    // Not waited for: the fresh state takes the decision bar away, and with it what the caller does once it is decided.
    onSettled: () => {
      void refresh(client)
    },
  })
}

/** Sets a proposal aside; null brings it back. */
export function snoozeMutation(client: QueryClient, proposalId: string) {
  return mutationOptions({
    mutationFn: (body: SnoozeRequest | null) =>
      fetchJson(
        doneSchema,
        `/api/v1/proposals/${proposalId}/snooze`,
        body ? { method: 'PUT', body } : { method: 'DELETE' },
      ),
    onSettled: () => refresh(client),
  })
}

/** Hands a proposal to a person; null takes it back. */
export function delegateMutation(client: QueryClient, proposalId: string) {
  return mutationOptions({
    mutationFn: (toId: string | null) =>
      fetchJson(
        doneSchema,
        `/api/v1/proposals/${proposalId}/delegation`,
        toId ? { method: 'PUT', body: { toId } } : { method: 'DELETE' },
      ),
    onSettled: () => refresh(client),
  })
}

/** What may be decided together. */
export function batchesQuery() {
  return queryOptions({
    queryKey: reviewKeys.batches,
    queryFn: ({ signal }) => fetchJson(batchListSchema, '/api/v1/review-batches', { signal }),
    refetchInterval: 20_000,
  })
}

/** Which of a large batch are opened first; the same ones when asked again. */
export function sampleQuery(members: readonly BatchMember[]) {
  return queryOptions({
    queryKey: [...reviewKeys.batches, 'sample', members] as const,
    queryFn: () => fetchJson(sampleSchema, '/api/v1/review-samples', { method: 'POST', body: { members } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Keeps that a drawn one was opened. */
export function openSampledMutation(client: QueryClient, sampleId: string) {
  return mutationOptions({
    mutationFn: (proposalId: string) =>
      fetchJson(z.object({ left: z.number() }), `/api/v1/review-samples/${sampleId}/openings`, {
        method: 'POST',
        body: { proposalId },
      }),
    onSettled: () => client.invalidateQueries({ queryKey: [...reviewKeys.batches, 'sample'] }),
  })
}

/** Decides the listed revisions together. */
export function submitBatchMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: (body: SubmitBatchRequest) =>
      fetchJson(batchResultSchema, '/api/v1/review-batches', { method: 'POST', body }),
    onSettled: () => refresh(client),
  })
}

/** The second person's yes to a very large batch. */
export function confirmBatchMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: (batchId: string) =>
      fetchJson(batchResultSchema, `/api/v1/review-batches/${batchId}/confirmations`, { method: 'POST' }),
    onSettled: () => refresh(client),
  })
}

/** One's own absences, and who may stand in. */
export function absencesQuery() {
  return queryOptions({
    queryKey: reviewKeys.absences,
    queryFn: ({ signal }) => fetchJson(absenceListSchema, '/api/v1/absences', { signal }),
  })
}

/** Names who stands in, and on which days. */
export function saveAbsenceMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: (body: SaveAbsenceRequest) => fetchJson(doneSchema, '/api/v1/absences', { method: 'POST', body }),
    onSettled: () => client.invalidateQueries({ queryKey: reviewKeys.absences }),
  })
}

/** Takes one's own absence back. */
export function cancelAbsenceMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: (absenceId: string) => fetchJson(doneSchema, `/api/v1/absences/${absenceId}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: reviewKeys.absences }),
  })
}

/** What is not proposed again. */
export function exclusionsQuery() {
  return queryOptions({
    queryKey: reviewKeys.exclusions,
    queryFn: ({ signal }) => fetchJson(exclusionListSchema, '/api/v1/draft-exclusions', { signal }),
  })
}

/** Lets it be proposed again. */
export function liftExclusionMutation(client: QueryClient) {
  return mutationOptions({
    mutationFn: (exclusionId: string) =>
      fetchJson(doneSchema, `/api/v1/draft-exclusions/${exclusionId}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: reviewKeys.exclusions }),
  })
}
