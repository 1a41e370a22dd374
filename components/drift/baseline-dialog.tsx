'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { PathName } from '@/components/ui/path-name'
import { TextArea } from '@/components/ui/text-area'
import type { ColumnDriftView } from '@/lib/capabilities/drift/contract'
import { proposeBaselineMutation } from '@/lib/capabilities/drift/queries'

export type BaselineDialogProps = {
  view: ColumnDriftView
  day: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** Proposes to take the latest measurement as the next normal, with a reason. Another person approves it; the author cannot. */
export function BaselineDialog({ view, day, isOpen, onOpenChange }: BaselineDialogProps) {
  const router = useRouter()
  const client = useQueryClient()
  const propose = useMutation(proposeBaselineMutation(client))
  const [rationale, setRationale] = useState('')
  const [fieldError, setFieldError] = useState<string | null>(null)

  function send() {
    if (rationale.trim() === '') {
      setFieldError('Say in a sentence why this is normal now: the approver reads it.')
      return
    }
    propose.mutate(
      { profileRunId: view.current.profileRunId, rationale: rationale.trim() },
      { onSuccess: ({ id }) => router.push(`/approvals/${id}`) },
    )
  }

  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`New normal from ${day}`}
      size="md"
      actions={
        <>
          <Button kind="decide" onPress={send} isPending={propose.isPending}>
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
          Every column of <PathName path={[view.schema, view.table]} /> is compared with its rows of {day} from then on,
          once somebody else approves. Nothing changes in Fivetran or the warehouse.
        </p>
        <TextArea
          label="Why it is normal now"
          value={rationale}
          onChange={(value) => {
            setRationale(value)
            setFieldError(null)
          }}
          error={fieldError}
          hasAutoFocus
          maxLength={2000}
        />
        <ProblemMessage error={propose.error} what="The proposal" />
      </div>
    </Dialog>
  )
}
