'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { StepTitle } from '@/components/apply-runs/step-title'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { startApplyRunMutation } from '@/lib/control-loop/apply/queries'
import type { ProposalDetail } from '@/lib/control-loop/proposal/contract'
import { sendSentence } from './prepare-action-bar'

export type ApplyDialogProps = { detail: ProposalDetail; isOpen: boolean; onOpenChange: (isOpen: boolean) => void }

/** Confirms an apply with the very step list that will run, then opens the run. */
export function ApplyDialog({ detail, isOpen, onOpenChange }: ApplyDialogProps) {
  const router = useRouter()
  const start = useMutation({
    ...startApplyRunMutation(useQueryClient(), detail.id),
    // Here and not at the call: a quick run moves the proposal on, which takes this dialog away before a call's own callback is due.
    onSuccess: ({ id }) => router.push(`/apply-runs/${id}`),
  })
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(next) => {
        if (!next) start.reset()
        onOpenChange(next)
      }}
      title={`Apply P-${detail.number} to ${detail.connection.name} now?`}
      size="md"
      isAlert
      actions={
        <>
          <Button kind="effect" size="lg" isPending={start.isPending} onPress={() => start.mutate(detail.planHash)}>
            Apply now
          </Button>
          <Button size="lg" onPress={() => onOpenChange(false)}>
            Not now
          </Button>
        </>
      }
    >
      <p className="text-ink-2">
        {sendSentence(detail.plan)} The live state is read first: if it moved since the review, nothing is sent.
      </p>
      <ol className="my-3 border-y border-line">
        {detail.plan.map((step) => (
          <li key={step.index} className="border-b border-line py-1.5 last:border-b-0">
            <span className="me-2 text-ink-3">{step.index + 1}</span>
            <StepTitle title={step.title} />
            {step.request && (
              <span className="mono block ps-4.5 wrap-anywhere text-ink-2">
                {step.request.method} {step.request.path}
              </span>
            )}
          </li>
        ))}
      </ol>
      <ProblemMessage error={start.error} what="Applying" />
    </Dialog>
  )
}
