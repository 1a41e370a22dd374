import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { formatDistance } from '@/components/ui/format-time'
import type { RailStage } from '@/components/ui/prepare-stage-rail'
import { StageRail } from '@/components/ui/stage-rail'
import type { ProposalList } from '@/lib/control-loop/proposal/contract'
import type { QueueView } from './queue-views'

export type ApprovalItemEmptyProps = { list: ProposalList; view: QueueView; isFiltered: boolean; now: number }

const titles: Record<QueueView, string> = {
  mine: 'Nothing waits for you',
  waiting: 'Nothing waits for anybody',
  'high-risk': 'Nothing of high risk waits',
  snoozed: 'Nothing is set aside',
  watching: 'You handed nothing over',
  approved: 'Nothing is on its way',
  done: 'Nothing was decided yet',
}

/** The open gate with nothing before it, and the next useful lists. */
export function ApprovalItemEmpty({ list, view, isFiltered, now }: ApprovalItemEmptyProps) {
  const { counts, lastDecisionAt } = list
  const stages: RailStage[] = [
    { key: 'observe', name: 'Observe', state: 'done' },
    { key: 'propose', name: 'Propose', state: 'done' },
    {
      key: 'review',
      name: 'Review',
      fact: counts.waiting === 0 ? 'none wait' : `${counts.waiting} wait`,
      state: 'done',
    },
    {
      key: 'apply',
      name: 'Apply',
      fact: counts.approved === 0 ? 'none under way' : `${counts.approved} under way`,
      state: 'done',
    },
    { key: 'verify', name: 'Verify', state: 'done' },
  ]
  return (
    <div className="grid grow place-items-center">
      <EmptyState
        isPage
        title={isFiltered ? 'Nothing matches the filters' : titles[view]}
        widget={
          <div className="md:w-[560px]">
            <StageRail stages={stages} gate="open" />
          </div>
        }
        actions={
          <>
            <ButtonLink href="/approvals?view=done">See what was decided</ButtonLink>
            <ButtonLink href="/apply-runs" kind="quiet">
              How it turned out
            </ButtonLink>
          </>
        }
      >
        {lastDecisionAt
          ? `Your last decision was ${formatDistance(lastDecisionAt, now)}.`
          : 'You have not decided anything yet. Proposals come here when a change needs a person.'}
      </EmptyState>
    </div>
  )
}
