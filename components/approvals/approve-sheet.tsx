'use client'

import { useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { HashText } from '@/components/ui/hash-text'
import { PathName } from '@/components/ui/path-name'
import { RiskBadge } from '@/components/ui/risk-badge'
import { Sentence } from '@/components/ui/sentence'
import { Sheet } from '@/components/ui/sheet'
import { TextArea } from '@/components/ui/text-area'
import type { ProposalDetail } from '@/lib/control-loop/proposal/contract'
import { approveConsequence, approveWords } from './prepare-action-bar'
import { WayBackLine } from './way-back-line'

export type ApproveSheetProps = {
  detail: ProposalDetail
  /** The plan is another one than was read: it is read again in the page before it is approved. */
  isMoved: boolean
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  error: Error | null
  isPending: boolean
  onApprove: (reason: string) => void
}

const section = 'border-b border-line px-6 py-3.5 last:border-b-0'
const heading = 'mb-1.5 text-sm font-semibold'

/** A high risk once more before it is approved: the object, what cannot come back, why it is high, and a reason that is required. */
export function ApproveSheet({
  detail,
  isMoved,
  isOpen,
  onOpenChange,
  error,
  isPending,
  onApprove,
}: ApproveSheetProps) {
  const [reason, setReason] = useState('')
  const moving = detail.fields.filter((field) => field.moves)
  return (
    <Sheet
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`${detail.verb} ${detail.path || detail.connection.name}?`}
      note={
        <span className="mt-0.5 flex flex-col gap-1">
          <span>{approveConsequence(detail)}</span>
          <RiskBadge risk={detail.risk} word="High risk" />
        </span>
      }
      isAlert
      actions={
        <>
          <Button
            kind="decide"
            size="lg"
            isPending={isPending}
            isDisabled={isMoved || reason.trim() === ''}
            onPress={() => onApprove(reason.trim())}
          >
            {approveWords(detail)}
          </Button>
          <Button size="lg" onPress={() => onOpenChange(false)}>
            Cancel
          </Button>
          <span className="ms-auto text-end text-xs text-ink-3">
            No single key approves this.
            <br />
            Bound to plan <HashText hash={detail.planHash} />
          </span>
        </>
      }
    >
      <section className={section}>
        <h3 className={heading}>What cannot come back</h3>
        <WayBackLine wayBack={detail.wayBack} />
      </section>
      <section className={section}>
        <h3 className={heading}>What changes</h3>
        <ul className="text-xs leading-5">
          {moving.map((field) => (
            <li key={`${field.path}-${field.field}`} className="flex flex-wrap items-center gap-x-2">
              <PathName path={field.path || detail.connection.name} />
              <span className="text-ink-2">
                {field.field}: {field.now} → <b className="font-medium text-ink">{field.proposed}</b>
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section className={section}>
        <h3 className={heading}>Why it is high</h3>
        <ul className="text-xs leading-5 text-ink-2">
          {detail.riskReasons.map((why) => (
            <li key={why}>
              <Sentence text={why} />
            </li>
          ))}
          {detail.evidence
            .filter((entry) => entry.verdict === 'against')
            .map((entry) => (
              <li key={entry.text}>
                Against: <Sentence text={entry.text} />
                {entry.measure && `, ${entry.measure}`}
              </li>
            ))}
        </ul>
      </section>
      <section className={section}>
        <TextArea
          label="Why is this right?"
          hint={
            detail.approvalsNeeded > 1 ? 'Required. The next person reads it.' : 'Required. It stays with the decision.'
          }
          value={reason}
          onChange={setReason}
          rows={3}
          maxLength={2000}
          isRequired
          hasAutoFocus
        />
      </section>
      {isMoved && (
        <section className={`${section} text-xs text-warn-ink`}>
          The plan changed while this was open. Close it and read the new one first; your text is kept.
        </section>
      )}
      {error && (
        <section className={section}>
          <ProblemMessage error={error} what="The approval" />
        </section>
      )}
    </Sheet>
  )
}
