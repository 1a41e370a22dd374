'use client'

import { useState } from 'react'
import { ActionBar } from '@/components/layout/action-bar'
import { Button } from '@/components/ui/button'
import { Sentence } from '@/components/ui/sentence'
import { whoCan } from '@/lib/platform/auth/roles-and-permissions'
import { ApplyDialog } from './apply-dialog'
import { EditButton } from './edit-button'
import type { ItemActionsProps } from './item-actions'
import { joinRoles, sendSentence } from './prepare-action-bar'

/** Behind the gate: what was approved waits for somebody to apply it. The second of the two decisions, in its own colour. */
export function ApplyBar({ detail, isEditing, onEdit }: ItemActionsProps) {
  const [isOpen, setOpen] = useState(false)
  const approvers = detail.reviews.filter((review) => review.decision === 'approve' && review.counts)
  const by = approvers.map((review) => review.person.name).join(' and ')
  const refusal = detail.can.apply
    ? null
    : (detail.can.applyRefusal ?? `Only ${joinRoles(whoCan('applies.start'))} apply.`)
  return (
    <>
      <ActionBar
        label="Apply"
        note={
          <>
            {by ? `Approved by ${by}. ` : 'Approved by policy. '}
            {refusal ? (
              <Sentence text={refusal} />
            ) : (
              `${sendSentence(detail.plan)} Nothing is sent until somebody applies it.`
            )}
          </>
        }
        end={<EditButton detail={detail} isEditing={isEditing} onEdit={onEdit} />}
      >
        <span className="inline-flex max-md:[&>*]:h-full max-md:[&>*]:w-full">
          <Button kind="effect" size="lg" isDisabled={!detail.can.apply || isEditing} onPress={() => setOpen(true)}>
            Apply now
          </Button>
        </span>
      </ActionBar>
      <ApplyDialog detail={detail} isOpen={isOpen} onOpenChange={setOpen} />
    </>
  )
}
