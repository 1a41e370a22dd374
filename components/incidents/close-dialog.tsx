'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextArea } from '@/components/ui/text-area'
import type { IncidentView } from '@/lib/capabilities/drift/contract'
import { decideIncidentMutation } from '@/lib/capabilities/drift/queries'

export type CloseDialogProps = {
  incident: Pick<IncidentView, 'id' | 'number'>
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** Closes an incident with a reason that stays on record. What still differs from the baseline opens another at the next measurement. */
export function CloseDialog({ incident, isOpen, onOpenChange }: CloseDialogProps) {
  const client = useQueryClient()
  const close = useMutation(decideIncidentMutation(client))
  const [reason, setReason] = useState('')
  const [fieldError, setFieldError] = useState<string | null>(null)

  function send() {
    if (reason.trim() === '') {
      setFieldError('Say in a sentence why it is over.')
      return
    }
    close.mutate(
      { incidentId: incident.id, body: { decision: 'close', reason: reason.trim() } },
      { onSuccess: () => onOpenChange(false) },
    )
  }

  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`Close I-${incident.number}`}
      size="md"
      actions={
        <>
          <Button kind="decide" onPress={send} isPending={close.isPending}>
            Close the incident
          </Button>
          <Button kind="quiet" onPress={() => onOpenChange(false)}>
            Cancel
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <p>
          Rows that still differ from the baseline open another incident at the next measurement. To take them as
          normal, propose a new normal on the Drift page.
        </p>
        <TextArea
          label="Why it is over"
          value={reason}
          onChange={(value) => {
            setReason(value)
            setFieldError(null)
          }}
          error={fieldError}
          hasAutoFocus
          maxLength={2000}
        />
        <ProblemMessage error={close.error} what="Closing" />
      </div>
    </Dialog>
  )
}
