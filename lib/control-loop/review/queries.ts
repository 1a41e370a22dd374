import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { proposalKeys } from '@/lib/control-loop/proposal/query-keys'
import { fetchJson } from '@/lib/platform/http/fetch-json'
import { type SubmitReviewRequest, submitReviewResponseSchema } from './contract'

/** Records a decision bound to what the person saw. A conflict answers 409 with its reason; nothing is overwritten. */
export function submitReviewMutation(client: QueryClient, proposalId: string) {
  return mutationOptions({
    mutationFn: (body: SubmitReviewRequest) =>
      fetchJson(submitReviewResponseSchema, `/api/v1/proposals/${proposalId}/reviews`, { method: 'POST', body }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: proposalKeys.all }),
        client.invalidateQueries({ queryKey: ['status'] }),
        client.invalidateQueries({ queryKey: ['home'] }),
      ]),
  })
}
