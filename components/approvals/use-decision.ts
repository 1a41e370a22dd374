'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { showToast } from '@/components/ui/toast'
import type { ProposalDetail } from '@/lib/control-loop/proposal/contract'
import type { NotAgain, SubmitReviewRequest } from '@/lib/control-loop/review/contract'
import { submitReviewMutation } from '@/lib/control-loop/review/queries'

const states = { approve: 'approved', reject: 'rejected', 'request-changes': 'proposed' } as const

/** A decision bound to the revision and plan this person sees. The server's own sentence is what the toast says. */
export function useDecision(detail: Pick<ProposalDetail, 'id' | 'revision' | 'planHash'>, onDecided: () => void) {
  const review = useMutation(submitReviewMutation(useQueryClient(), detail.id))
  function decide(
    decision: SubmitReviewRequest['decision'],
    reason: string | null,
    onDone?: () => void,
    notAgain: NotAgain | null = null,
  ) {
    review.mutate(
      { decision, revision: detail.revision, planHash: detail.planHash, reason, notAgain },
      {
        onSuccess: ({ sentence }) => {
          showToast(sentence, { state: states[decision] })
          onDone?.()
          onDecided()
        },
      },
    )
  }
  return {
    decide,
    error: review.error,
    isPending: review.isPending,
    decision: review.variables?.decision ?? null,
    reset: review.reset,
  }
}
