'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { PathName } from '@/components/ui/path-name'
import { TextArea } from '@/components/ui/text-area'
import type { ChangeView } from '@/lib/control-loop/diff/contract'
import { type DraftProposalRequest, draftProposalRequestSchema } from '@/lib/control-loop/proposal/contract'
import { draftProposalMutation } from '@/lib/control-loop/proposal/queries'

export type AcceptDialogProps = {
  change: Pick<ChangeView, 'id' | 'path' | 'connection'>
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** Proposes to take a change into the baseline as it is, with a reason. Another person approves it; the author cannot. */
export function AcceptDialog({ change, isOpen, onOpenChange }: AcceptDialogProps) {
  const router = useRouter()
  const client = useQueryClient()
  const draft = useMutation(draftProposalMutation(client))
  const [rationale, setRationale] = useState('')
  const [fieldError, setFieldError] = useState<string | null>(null)

  function propose() {
    const request: DraftProposalRequest = {
      connectionId: change.connection.id,
      actions: [{ kind: 'accept-changes', changeIds: [change.id] }],
      rationale,
      changeIds: [change.id],
    }
    const parsed = draftProposalRequestSchema.safeParse(request)
    if (!parsed.success) {
      setFieldError('Say in a sentence why it is right as it is: the approver reads it.')
      return
    }
    draft.mutate(parsed.data, { onSuccess: ({ id }) => router.push(`/approvals/${id}`) })
  }

  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title="Accept as it is"
      size="md"
      actions={
        <>
          <Button kind="decide" onPress={propose} isPending={draft.isPending}>
            Propose
          </Button>
          <Button kind="quiet" onPress={() => onOpenChange(false)}>
            Cancel
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <p>
          <PathName path={change.path || change.connection.name} /> becomes part of the approved baseline once somebody
          else approves. Nothing changes in Fivetran.
        </p>
        <TextArea
          label="Why it is right"
          value={rationale}
          onChange={(value) => {
            setRationale(value)
            setFieldError(null)
          }}
          error={fieldError}
          hasAutoFocus
          maxLength={2000}
        />
        <ProblemMessage error={draft.error} what="The proposal" />
      </div>
    </Dialog>
  )
}
