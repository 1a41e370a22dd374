import { formatCount } from '@/components/ui/format-count'
import { formatRowTime } from '@/components/ui/format-time'
import type { RailGate, RailStage } from '@/components/ui/prepare-stage-rail'
import type { ProposalDetail } from '@/lib/control-loop/proposal/contract'

type RailFacts = Pick<
  ProposalDetail,
  'state' | 'revision' | 'createdAt' | 'snapshot' | 'reviews' | 'approvals' | 'approvalsNeeded' | 'runs' | 'verdict'
> & { can: Pick<ProposalDetail['can'], 'decide'> }

const behindGate: readonly ProposalDetail['state'][] = ['approved', 'applying', 'applied', 'verified', 'failed']

function reviewFact(facts: RailFacts): string {
  const { state, approvals, approvalsNeeded } = facts
  if (behindGate.includes(state)) {
    const counting = facts.reviews.filter((review) => review.decision === 'approve' && review.counts)
    const [first] = counting
    if (!first) return `by policy ${facts.verdict.ruleId}`
    return counting.length > 1 ? `${counting.length} of ${approvalsNeeded} people` : `by ${first.person.name}`
  }
  if (state === 'rejected') return 'rejected'
  if (state === 'superseded') return 'superseded'
  if (state === 'expired') return 'expired'
  if (state === 'stale') return 'the live state moved'
  if (state === 'proposed') return 'changes are asked for'
  if (approvalsNeeded > 1) return `${approvals} of ${approvalsNeeded} people`
  return facts.can.decide ? 'waits for you' : 'waits for somebody else'
}

function applyFact(facts: RailFacts): string | null {
  const run = facts.runs.at(0)
  switch (facts.state) {
    case 'approved':
      return 'when somebody applies it'
    case 'applying':
      return run ? `R-${run.number} is at it` : 'under way'
    case 'failed':
      return run ? `R-${run.number} failed` : 'failed'
    case 'applied':
    case 'verified':
      return run ? `R-${run.number}` : null
    default:
      return 'after the approval'
  }
}

/**
 * Where a proposal stands between Observe and Verify: five stages with time and one fact each, and the gate. The gate is open from the approval on;
 * what was approved and not applied leaves it open and dry.
 */
export function prepareProposalRail(facts: RailFacts, now: number): { stages: RailStage[]; gate: RailGate } {
  const isOpen = behindGate.includes(facts.state)
  const isApplied = facts.state === 'applied' || facts.state === 'verified'
  const approvedAt = facts.reviews.findLast((review) => review.decision === 'approve' && review.counts)?.at
  const run = facts.runs.at(0)
  return {
    gate: isOpen ? 'open' : 'closed',
    stages: [
      {
        key: 'observe',
        name: 'Observe',
        time: facts.snapshot ? formatRowTime(facts.snapshot.takenAt, now) : null,
        fact: facts.snapshot ? `snapshot ${formatCount(facts.snapshot.number)}` : 'no snapshot',
        state: 'done',
      },
      {
        key: 'propose',
        name: 'Propose',
        time: formatRowTime(facts.createdAt, now),
        fact: `rev ${facts.revision}, checked`,
        state: 'done',
      },
      {
        key: 'review',
        name: 'Review',
        time: isOpen && approvedAt ? formatRowTime(approvedAt, now) : null,
        fact: reviewFact(facts),
        state: isOpen ? 'done' : 'current',
      },
      {
        key: 'apply',
        name: 'Apply',
        time: isOpen && run ? formatRowTime(run.createdAt, now) : null,
        fact: applyFact(facts),
        state: isApplied ? 'done' : isOpen ? 'current' : 'ahead',
      },
      {
        key: 'verify',
        name: 'Verify',
        fact:
          facts.state === 'verified' ? 'held' : facts.state === 'applied' ? 'reads it back now' : 'by a fresh snapshot',
        state: facts.state === 'verified' ? 'done' : facts.state === 'applied' ? 'current' : 'ahead',
      },
    ],
  }
}
