'use client'

import { useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import { TextArea } from '@/components/ui/text-area'
import type { ProposalDetail } from '@/lib/control-loop/proposal/contract'

export type ChangesSheetProps = {
  detail: ProposalDetail
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  error: Error | null
  isPending: boolean
  onRequest: (reason: string) => void
}

/** Sends it back with what should be different. It leaves the queue until somebody writes another revision. */
export function ChangesSheet({ detail, isOpen, onOpenChange, error, isPending, onRequest }: ChangesSheetProps) {
  const [text, setText] = useState('')
  return (
    <Sheet
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`Request changes to P-${detail.number}`}
      note={`${detail.title}. It waits for another revision; nothing is sent.`}
      actions={
        <>
          <Button
            kind="decide"
            size="lg"
            isPending={isPending}
            isDisabled={text.trim() === ''}
            onPress={() => onRequest(text.trim())}
          >
            Request changes
          </Button>
          <Button size="lg" onPress={() => onOpenChange(false)}>
            Cancel
          </Button>
        </>
      }
    >
      <div className="space-y-4 px-6 py-4">
        <TextArea
          label="What should be different"
          value={text}
          onChange={setText}
          rows={4}
          maxLength={2000}
          isRequired
          hasAutoFocus
        />
        <ProblemMessage error={error} what="The request" />
      </div>
    </Sheet>
  )
}
