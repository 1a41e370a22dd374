'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Ban } from 'lucide-react'
import { useMemo, useState } from 'react'
import { ActionBar } from '@/components/layout/action-bar'
import { useShortcuts } from '@/components/layout/shortcuts'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { showToast } from '@/components/ui/toast'
import { reviseProposalMutation } from '@/lib/control-loop/proposal/queries'
import { can, whoCan } from '@/lib/platform/auth/roles-and-permissions'
import { BarRefusal } from './bar-refusal'
import type { ItemActionsProps } from './item-actions'
import { joinRoles } from './prepare-action-bar'
import { RejectSheet } from './reject-sheet'
import { useDecision } from './use-decision'

/** The live state moved: plan the same actions on it again, or reject. There is nothing to approve here. */
export function StaleBar({ detail, viewer, onDecided }: ItemActionsProps) {
  const [isRejecting, setRejecting] = useState(false)
  const replan = useMutation(reviseProposalMutation(useQueryClient(), detail.id))
  const decision = useDecision(detail, onDecided)
  const mayReject = can(viewer.role, 'reviews.write') && (detail.state === 'stale' || detail.state === 'in-review')
  useShortcuts(
    useMemo(
      () => (mayReject ? [{ keys: 'r', label: 'Reject', scope: 'Approvals', run: () => setRejecting(true) }] : []),
      [mayReject],
    ),
  )
  const note = detail.connection.isPlanned
    ? 'Somebody else has the name. Reject it, and stage the mapping under another one.'
    : detail.can.edit
      ? `Writes revision ${detail.revision + 1} with the same actions on what is live. You become its editor and cannot approve it.`
      : `Only ${joinRoles(whoCan('proposals.write'))} plan it again.`
  return (
    <>
      <BarRefusal error={replan.error} what="Planning it again" />
      <ActionBar
        label="Stale"
        note={note}
        end={
          <Button
            size="lg"
            icon={<Icon of={Ban} size={16} />}
            keys="R"
            isDisabled={!mayReject}
            onPress={() => setRejecting(true)}
          >
            Reject
          </Button>
        }
      >
        <span className="inline-flex max-md:[&>*]:h-full max-md:[&>*]:w-full">
          <Button
            kind="decide"
            size="lg"
            isDisabled={!detail.can.edit}
            isPending={replan.isPending}
            onPress={() =>
              replan.mutate(
                { revision: detail.revision, actions: detail.actions, rationale: detail.rationale },
                {
                  onSuccess: ({ revision }) => {
                    showToast(`Revision ${revision} is planned on the live state.`, { state: 'in-review' })
                    onDecided()
                  },
                },
              )
            }
          >
            Re-plan on the live state
          </Button>
        </span>
      </ActionBar>
      <RejectSheet
        detail={detail}
        isOpen={isRejecting}
        onOpenChange={setRejecting}
        error={decision.error}
        isPending={decision.isPending}
        onReject={(reason) => decision.decide('reject', reason, () => setRejecting(false))}
      />
    </>
  )
}
