'use client'

import { useMemo, useState } from 'react'
import { useShortcuts } from '@/components/layout/shortcuts'
import { Block } from '@/components/ui/block'
import { Button } from '@/components/ui/button'
import { Message } from '@/components/ui/message'
import { Sentence } from '@/components/ui/sentence'
import { StageRail } from '@/components/ui/stage-rail'
import type { ProposalDetail } from '@/lib/control-loop/proposal/contract'
import { ChangeBlock } from './change-block'
import { DraftingFold } from './drafting-fold'
import { EvidenceList } from './evidence-list'
import { GatesList } from './gates-list'
import { ImpactStrip } from './impact-strip'
import { ItemActions } from './item-actions'
import { ItemHead } from './item-head'
import { ModelFold } from './model-fold'
import { PhoneFold } from './phone-fold'
import { hasModelPart, isModelRationale } from './prepare-drafters'
import { prepareProposalRail } from './prepare-proposal-rail'
import type { QueuePlace } from './prepare-queue'
import { RecordLine } from './record-line'
import { RequestFold } from './request-fold'
import { ReviewsBlock } from './reviews-block'
import { StaleBlock } from './stale-block'
import { ThreadBlock } from './thread-block'
import { TurnLine } from './turn-line'
import { useSeen } from './use-seen'
import type { Viewer } from './viewer'
import { WayBackLine } from './way-back-line'

export type ApprovalItemProps = {
  detail: ProposalDetail
  place: QueuePlace
  listHref: string
  viewer: Viewer
  now: number
  drafts: Map<string, string>
  onSelect: (proposalId: string) => void
}

const pair = 'grid border-t border-line lg:grid-cols-2 [&>*+*]:border-line max-lg:[&>*+*]:border-t lg:[&>*+*]:border-s'

/** One proposal, ordered by what decides it: change and evidence, impact, way back and gates; then what is not needed to decide. */
export function ApprovalItem({ detail, place, listHref, viewer, now, drafts, onSelect }: ApprovalItemProps) {
  const [isEditing, setEditing] = useState(false)
  // What this person began to read. Another revision that arrives meanwhile is not approved by a key pressed for the first.
  const [readPlan, setReadPlan] = useState(detail.planHash)
  const isMoved = readPlan !== detail.planHash && detail.can.decide
  const impact = useSeen()
  const wayBack = useSeen()
  const rail = prepareProposalRail(detail, now)
  const { nextId, previousId } = place
  useShortcuts(
    useMemo(() => {
      // While something is being written, moving on would lose it.
      const go = (keys: string, label: string, id: string | null) =>
        isEditing || id === null ? [] : [{ keys, label, scope: 'Approvals', run: () => onSelect(id) }]
      return [...go('j', 'Next in the queue', nextId), ...go('k', 'Previous in the queue', previousId)]
    }, [isEditing, nextId, previousId, onSelect]),
  )
  const failed = detail.gates.filter((gate) => !gate.passed).length
  const against = detail.evidence.filter((entry) => entry.verdict === 'against').length
  const inFavour = detail.evidence.filter((entry) => entry.verdict === 'for').length
  return (
    <article aria-label={`P-${detail.number}, ${detail.title}`} className="flex grow flex-col max-md:[&_section]:px-4">
      <ItemHead detail={detail} place={place} listHref={listHref} now={now} onSelect={onSelect} />
      <div className="border-t border-line px-4 pt-2 pb-2 md:px-6 md:pb-1">
        <StageRail stages={rail.stages} gate={rail.gate} />
      </div>
      <TurnLine detail={detail} viewer={viewer} now={now} />
      {isMoved && (
        <Message
          tone="wait"
          isBanner
          title={`Another plan since you opened it: revision ${detail.revision}.`}
          actions={
            <Button size="sm" onPress={() => setReadPlan(detail.planHash)}>
              I have read it
            </Button>
          }
        >
          Change, impact and way back below are the new ones. Approving waits until you have read them.
        </Message>
      )}
      {(detail.state === 'stale' || detail.difference) && <StaleBlock detail={detail} />}
      <div className={pair}>
        <ChangeBlock detail={detail} now={now} isEditing={isEditing} onEditEnd={() => setEditing(false)} />
        <PhoneFold title="Evidence" note={`${inFavour} for, ${against} against`}>
          <EvidenceList evidence={detail.evidence} />
          {detail.rationale && !isModelRationale(detail.drafters) && (
            <p className="mt-[7px] text-xs leading-[17px] text-ink-2">
              <Sentence text={detail.rationale} />
            </p>
          )}
          <RecordLine detail={detail} />
        </PhoneFold>
      </div>
      <Block title="Impact" note={<Sentence text={detail.riskReasons.join('; ')} />} isFollowing>
        <ImpactStrip impact={detail.impact} now={now} />
        <span ref={impact.markRef} aria-hidden="true" className="block h-px" />
      </Block>
      <div className={pair}>
        <Block title="Way back">
          <WayBackLine wayBack={detail.wayBack} />
          <span ref={wayBack.markRef} aria-hidden="true" className="block h-px" />
        </Block>
        <PhoneFold title="Gates" note={failed === 0 ? 'all hold' : `${failed} of ${detail.gates.length} do not hold`}>
          <GatesList gates={detail.gates} />
        </PhoneFold>
      </div>
      <RequestFold plan={detail.plan} planHash={detail.planHash} />
      {detail.drafting ? (
        <DraftingFold key={detail.revision} detail={detail} drafting={detail.drafting} />
      ) : (
        hasModelPart(detail.drafters) && <ModelFold detail={detail} />
      )}
      {detail.reviews.length > 0 && <ReviewsBlock detail={detail} now={now} />}
      <ThreadBlock detail={detail} viewer={viewer} now={now} drafts={drafts} />
      <ItemActions
        detail={detail}
        viewer={viewer}
        isRead={impact.isSeen && wayBack.isSeen}
        isMoved={isMoved}
        isEditing={isEditing}
        onEdit={() => setEditing(true)}
        onDecided={() => onSelect(detail.id)}
      />
    </article>
  )
}
