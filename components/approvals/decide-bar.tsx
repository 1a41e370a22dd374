'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Ban, Ellipsis, MessageSquare } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { ActionBar } from '@/components/layout/action-bar'
import { useShortcuts } from '@/components/layout/shortcuts'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'
import { Sentence } from '@/components/ui/sentence'
import { showToast } from '@/components/ui/toast'
import { submitBatchMutation } from '@/lib/control-loop/review/queries'
import { can } from '@/lib/platform/auth/roles-and-permissions'
import { ApproveSheet } from './approve-sheet'
import { BarRefusal } from './bar-refusal'
import { ChangesSheet } from './changes-sheet'
import { DelegateSheet } from './delegate-sheet'
import { EditButton } from './edit-button'
import type { ItemActionsProps } from './item-actions'
import { approveWords } from './prepare-action-bar'
import { RejectSheet } from './reject-sheet'
import { SnoozeSheet } from './snooze-sheet'
import { useDecision } from './use-decision'

type Layer = 'approve' | 'reject' | 'changes' | 'snooze' | 'delegate' | null

const words = { approve: 'The approval', reject: 'The rejection', 'request-changes': 'The request' } as const

/** Approve, request changes, edit, reject. A low or medium risk is one press or the key A; a high one is a sheet and has no key. */
export function DecideBar({ detail, viewer, isRead, isMoved, isEditing, onEdit, onDecided }: ItemActionsProps) {
  const [layer, setLayer] = useState<Layer>(null)
  const decision = useDecision(detail, onDecided)
  const also = useMutation(submitBatchMutation(useQueryClient()))
  const isHigh = detail.risk === 'high'
  const mayReview = can(viewer.role, 'reviews.write') && detail.state === 'in-review'
  const mayApprove = detail.can.decide && !isMoved && !isEditing && !decision.isPending && (!isHigh || isRead)
  const open = useCallback(
    (next: Layer) => {
      decision.reset()
      setLayer(next)
    },
    [decision.reset],
  )
  const { decide } = decision

  const approve = () => (isHigh ? open('approve') : decide('approve', null))
  useShortcuts(
    useMemo(() => {
      const key = (keys: string, label: string, run: () => void) => ({ keys, label, scope: 'Approvals', run })
      return [
        ...(mayApprove && !isHigh ? [key('a', 'Approve', () => decide('approve', null))] : []),
        ...(mayReview && !isEditing
          ? [
              key('c', 'Request changes', () => open('changes')),
              key('r', 'Reject', () => open('reject')),
              key('s', 'Snooze', () => open('snooze')),
              key('d', 'Hand over', () => open('delegate')),
            ]
          : []),
      ]
      // `decide` is another function on every render and always bound to what is shown: the list is made anew with it.
    }, [mayApprove, mayReview, isHigh, isEditing, decide, open]),
  )

  const note = detail.can.decide ? (
    isMoved ? (
      'The plan changed while you read it. Read it again first.'
    ) : isEditing ? (
      'Save or leave the edit before deciding.'
    ) : isHigh && !isRead ? (
      'Read Impact and Way back first; then it opens a confirmation.'
    ) : isHigh ? (
      <>
        Opens a confirmation. <Sentence text={detail.takesEffect} />
      </>
    ) : (
      <Sentence text={detail.takesEffect} />
    )
  ) : (
    <Sentence text={detail.can.decideRefusal ?? 'There is nothing to decide now.'} />
  )
  const isInline = (decision.error !== null || also.error !== null) && layer === null
  const asideReason = mayReview ? null : 'Stewards and admins do'
  const asideEntries = [
    { id: 'snooze', label: 'Snooze', keys: 'S', onAction: () => open('snooze'), disabledReason: asideReason },
    { id: 'delegate', label: 'Hand over', keys: 'D', onAction: () => open('delegate'), disabledReason: asideReason },
  ]
  return (
    <>
      {isInline && (
        <BarRefusal
          error={decision.error ?? also.error}
          what={
            also.error ? 'Rejecting the look-alikes' : decision.decision ? words[decision.decision] : 'The decision'
          }
        />
      )}
      <ActionBar
        label="Decision"
        note={
          <span id="decision-note">
            {isHigh && <span className="md:hidden">High risk is approved on a larger screen. Open it there.</span>}
            <span className={isHigh && detail.can.decide ? 'max-md:hidden' : undefined}>{note}</span>
          </span>
        }
        end={
          <span className="hidden items-center gap-1.5 md:flex">
            <Button
              kind="quiet"
              size="lg"
              icon={<Icon of={MessageSquare} size={16} />}
              keys="C"
              isDisabled={!mayReview || isEditing}
              onPress={() => open('changes')}
            >
              Request changes
            </Button>
            <Menu
              label="More"
              placement="top end"
              trigger={<IconButton icon={<Icon of={Ellipsis} size={16} />} label="More" kind="outline" />}
              entries={asideEntries}
            />
            <EditButton detail={detail} isEditing={isEditing} onEdit={onEdit} />
            <Button
              size="lg"
              icon={<Icon of={Ban} size={16} />}
              keys="R"
              isDisabled={!mayReview || isEditing}
              onPress={() => open('reject')}
            >
              Reject
            </Button>
          </span>
        }
      >
        <span
          className={
            isHigh
              ? 'hidden md:inline-flex'
              : 'inline-flex max-md:[&>*]:h-full max-md:[&>*]:w-full max-md:[&_kbd]:hidden'
          }
        >
          <Button
            kind="decide"
            size="lg"
            keys={isHigh ? undefined : 'A'}
            isDisabled={!mayApprove}
            isPending={decision.isPending && decision.decision === 'approve'}
            aria-describedby="decision-note"
            onPress={approve}
          >
            {isHigh ? 'Approve…' : approveWords(detail)}
          </Button>
        </span>
        <span className="inline-flex md:hidden [&>*]:h-full [&>*]:w-full">
          <Button size="lg" isDisabled={!mayReview} onPress={() => open('reject')}>
            Reject
          </Button>
        </span>
        <span className="inline-flex max-w-12 md:hidden [&>*]:h-full [&>*]:w-full!">
          <Menu
            label="More"
            placement="top end"
            trigger={<IconButton icon={<Icon of={Ellipsis} size={16} />} label="More" kind="outline" />}
            entries={[
              {
                id: 'changes',
                label: 'Request changes',
                onAction: () => open('changes'),
                disabledReason: mayReview ? null : 'Stewards and admins do',
              },
              {
                id: 'edit',
                label: 'Edit',
                onAction: onEdit,
                disabledReason: detail.can.edit ? null : 'Engineers, stewards and admins do',
              },
              ...asideEntries,
            ]}
          />
        </span>
      </ActionBar>
      <ApproveSheet
        detail={detail}
        isMoved={isMoved}
        isOpen={layer === 'approve'}
        onOpenChange={(isOpen) => setLayer(isOpen ? 'approve' : null)}
        error={decision.error}
        isPending={decision.isPending}
        onApprove={(reason) => decide('approve', reason, () => setLayer(null))}
      />
      <RejectSheet
        detail={detail}
        isOpen={layer === 'reject'}
        onOpenChange={(isOpen) => setLayer(isOpen ? 'reject' : null)}
        error={decision.error}
        isPending={decision.isPending}
        onReject={(reason, notAgain, members) =>
          decide(
            'reject',
            reason,
            () => {
              setLayer(null)
              if (members.length > 0) {
                also.mutate(
                  { decision: 'reject', reason, members },
                  { onSuccess: ({ sentence }) => showToast(`Look-alikes: ${sentence}`, { state: 'rejected' }) },
                )
              }
            },
            notAgain,
          )
        }
      />
      <SnoozeSheet
        detail={detail}
        isOpen={layer === 'snooze'}
        onOpenChange={(isOpen) => setLayer(isOpen ? 'snooze' : null)}
      />
      <DelegateSheet
        detail={detail}
        isOpen={layer === 'delegate'}
        onOpenChange={(isOpen) => setLayer(isOpen ? 'delegate' : null)}
      />
      <ChangesSheet
        detail={detail}
        isOpen={layer === 'changes'}
        onOpenChange={(isOpen) => setLayer(isOpen ? 'changes' : null)}
        error={decision.error}
        isPending={decision.isPending}
        onRequest={(reason) => decide('request-changes', reason, () => setLayer(null))}
      />
    </>
  )
}
