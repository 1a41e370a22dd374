'use client'

import { ActionBar } from '@/components/layout/action-bar'
import { ButtonLink } from '@/components/ui/button-link'
import { StateGlyph } from '@/components/ui/state-glyph'
import type { ProposalDetail } from '@/lib/control-loop/proposal/contract'
import { ApplyBar } from './apply-bar'
import { DecideBar } from './decide-bar'
import { EditButton } from './edit-button'
import { barModeOf, closedSentence } from './prepare-action-bar'
import { StaleBar } from './stale-bar'
import type { Viewer } from './viewer'

export type ItemActionsProps = {
  detail: ProposalDetail
  viewer: Viewer
  /** Impact and way back were on the screen: a high risk is not approved before. */
  isRead: boolean
  /** The plan is another one than this person began to read. */
  isMoved: boolean
  isEditing: boolean
  onEdit: () => void
  /** After a decision the item stays where it is, also when it leaves the queue. */
  onDecided: () => void
}

/** The bar at the foot of an item. Deciding and applying never stand in it together. */
export function ItemActions(props: ItemActionsProps) {
  const { detail, isEditing, onEdit } = props
  const mode = barModeOf(detail)
  if (mode === 'decide') return <DecideBar {...props} />
  if (mode === 'apply') return <ApplyBar {...props} />
  if (mode === 'stale') return <StaleBar {...props} />
  const run = detail.runs.at(0)
  const edit = <EditButton detail={detail} isEditing={isEditing} onEdit={onEdit} />
  return (
    <ActionBar
      label="What became of it"
      note={mode === 'closed' ? closedSentence(detail.state) : undefined}
      end={
        <>
          {run && <ButtonLink href={`/apply-runs/${run.id}`} size="lg">{`Open R-${run.number}`}</ButtonLink>}
          {detail.state === 'failed' && edit}
        </>
      }
    >
      <span className="flex items-center">
        <StateGlyph state={detail.state} size="header" />
      </span>
    </ActionBar>
  )
}
