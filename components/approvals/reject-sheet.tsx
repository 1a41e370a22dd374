'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Sheet } from '@/components/ui/sheet'
import { TextArea } from '@/components/ui/text-area'
import type { ProposalDetail } from '@/lib/control-loop/proposal/contract'
import type { BatchMember, NotAgain } from '@/lib/control-loop/review/contract'
import { batchesQuery } from '@/lib/control-loop/review/queries'
import { NotAgainChoice } from './not-again-choice'
import { lookAlikesOf, toMember } from './prepare-batch'
import { isNotAgainReady, startNotAgain, toNotAgain } from './prepare-not-again'

export type RejectSheetProps = {
  detail: ProposalDetail
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  error: Error | null
  isPending: boolean
  /** With what is not to be proposed again, and the look-alikes that are rejected with it. */
  onReject: (reason: string, notAgain: NotAgain | null, lookAlikes: BatchMember[]) => void
}

const reasons = ['Wrong object', 'Wrong class', 'Not now', 'Duplicate', 'Against policy', 'Other'] as const
type Reason = (typeof reasons)[number]

/** Rejects with a reason from the list, words, or both; "Other" needs words. The accepted state is not touched. */
export function RejectSheet({ detail, isOpen, onOpenChange, error, isPending, onReject }: RejectSheetProps) {
  const [chosen, setChosen] = useState<Reason | null>(null)
  const [text, setText] = useState('')
  const [draft, setDraft] = useState(() => startNotAgain(detail.path))
  const [isAlso, setAlso] = useState(false)
  const batches = useQuery({ ...batchesQuery(), enabled: isOpen })
  const lookAlikes = lookAlikesOf(batches.data, detail.id)
  const words = text.trim()
  const isReady = isNotAgainReady(draft) && (chosen === 'Other' ? words !== '' : chosen !== null || words !== '')
  const reason = [chosen === 'Other' ? null : chosen, words || null].filter((part) => part !== null).join('. ')
  const reject = () => onReject(reason, toNotAgain(draft), isAlso ? lookAlikes.map(toMember) : [])
  return (
    <Sheet
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`Reject P-${detail.number}?`}
      note={`${detail.title}. Nothing is sent, and the accepted state stays as it is.`}
      actions={
        <>
          <Button kind="decide" size="lg" isPending={isPending} isDisabled={!isReady} onPress={reject}>
            {isAlso ? `Reject ${lookAlikes.length + 1}` : 'Reject'}
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
        <NotAgainChoice
          draft={draft}
          path={detail.path || detail.connection.name}
          service={detail.connection.service}
          onChange={setDraft}
        />
        {lookAlikes.length > 0 && (
          <div>
            <Checkbox isSelected={isAlso} onChange={setAlso}>
              {lookAlikes.length === 1 ? 'Also for 1 look-alike' : `Also for ${lookAlikes.length} look-alikes`}
            </Checkbox>
            {isAlso && (
              <ul className="mt-1.5 max-h-40 overflow-y-auto border-s-2 border-line ps-4 text-xs leading-5">
                {lookAlikes.map((member) => (
                  <li key={member.proposalId} className="truncate">
                    <span className="mono text-ink-3">P-{member.number}</span> {revealInvisible(member.path)}
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
        <ProblemMessage error={error} what="The rejection" />
      </div>
    </Sheet>
  )
}
