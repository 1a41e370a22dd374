'use client'

import { useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import { TextArea } from '@/components/ui/text-area'
import type { ProposalDetail } from '@/lib/control-loop/proposal/contract'

export type RejectSheetProps = {
  detail: ProposalDetail
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  error: Error | null
  isPending: boolean
  onReject: (reason: string) => void
}

const reasons = ['Wrong object', 'Wrong class', 'Not now', 'Duplicate', 'Against policy', 'Other'] as const
type Reason = (typeof reasons)[number]

/** Rejects with a reason from the list, words, or both; "Other" needs words. The accepted state is not touched. */
export function RejectSheet({ detail, isOpen, onOpenChange, error, isPending, onReject }: RejectSheetProps) {
  const [chosen, setChosen] = useState<Reason | null>(null)
  const [text, setText] = useState('')
  const words = text.trim()
  const isReady = chosen === 'Other' ? words !== '' : chosen !== null || words !== ''
  const reason = [chosen === 'Other' ? null : chosen, words || null].filter((part) => part !== null).join('. ')
  return (
    <Sheet
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`Reject P-${detail.number}?`}
      note={`${detail.title}. Nothing is sent, and the accepted state stays as it is.`}
      actions={
        <>
          <Button kind="decide" size="lg" isPending={isPending} isDisabled={!isReady} onPress={() => onReject(reason)}>
            Reject
          </Button>
          <Button size="lg" onPress={() => onOpenChange(false)}>
            Cancel
          </Button>
        </>
      }
    >
      <div className="space-y-4 px-6 py-4">
        <div>
          <p id="reject-reasons" className="mb-1.5 text-xs font-medium text-ink-2">
            Why
          </p>
          <ToggleButtonGroup
            aria-labelledby="reject-reasons"
            selectionMode="single"
            selectedKeys={chosen ? [chosen] : []}
            onSelectionChange={(keys) => setChosen(reasons.find((candidate) => keys.has(candidate)) ?? null)}
            className="flex flex-wrap gap-1.5"
          >
            {reasons.map((candidate) => (
              <ToggleButton
                key={candidate}
                id={candidate}
                className="motion-press h-7 rounded-2 border border-dashed border-line-2 px-2.5 text-xs text-ink-2 hover:text-ink data-selected:border-solid data-selected:border-ink data-selected:bg-surface-3 data-selected:font-medium data-selected:text-ink"
              >
                {candidate}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        </div>
        <TextArea
          label={chosen === 'Other' ? 'Say why' : 'In your words'}
          hint="The proposer reads it."
          value={text}
          onChange={setText}
          rows={3}
          maxLength={1900}
        />
        <ProblemMessage error={error} what="The rejection" />
      </div>
    </Sheet>
  )
}
