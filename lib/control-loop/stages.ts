/**
 * The spine's table of contents: the eight stages in order, the states a proposal and an apply run may be in, and the only legal
 * moves between them. A service whose proposal or run may have moved meanwhile asks `canMoveProposal` or `canMoveApplyRun`; the others lock the
 * row and name the state they start from.
 */
export const stages = ['webhook', 'snapshot', 'diff', 'proposal', 'policy', 'review', 'apply', 'verify'] as const

/** `expired` and `superseded` end a proposal without a person: the first by time, the second because what it answered is gone. */
export const proposalStates = [
  'proposed',
  'in-review',
  'approved',
  'applying',
  'applied',
  'verified',
  'stale',
  'failed',
  'rejected',
  'superseded',
  'expired',
] as const
export type ProposalState = (typeof proposalStates)[number]

const proposalMoves: Record<ProposalState, readonly ProposalState[]> = {
  proposed: ['in-review', 'approved', 'rejected', 'superseded', 'stale'],
  'in-review': ['proposed', 'in-review', 'approved', 'rejected', 'superseded', 'stale', 'expired'],
  approved: ['in-review', 'applying', 'stale', 'expired', 'rejected', 'superseded'],
  // Back to approved when a run was stopped before its first step.
  applying: ['applied', 'failed', 'stale', 'approved'],
  applied: ['verified', 'failed'],
  verified: [],
  stale: ['in-review', 'rejected', 'superseded', 'expired'],
  failed: ['applying', 'in-review', 'rejected', 'superseded'],
  rejected: [],
  superseded: [],
  expired: ['in-review'],
}

export const applyRunStates = ['waiting', 'applying', 'applied', 'verified', 'stale', 'failed', 'cancelled'] as const
export type ApplyRunState = (typeof applyRunStates)[number]

const applyRunMoves: Record<ApplyRunState, readonly ApplyRunState[]> = {
  waiting: ['applying', 'cancelled', 'stale', 'failed'],
  applying: ['applying', 'applied', 'stale', 'failed', 'cancelled'],
  applied: ['verified', 'failed'],
  verified: [],
  stale: [],
  failed: ['waiting', 'applying'],
  cancelled: [],
}

/** True when a proposal may go from one state to the other. */
export function canMoveProposal(from: ProposalState, to: ProposalState): boolean {
  return proposalMoves[from].includes(to)
}

/** True when an apply run may go from one state to the other. */
export function canMoveApplyRun(from: ApplyRunState, to: ApplyRunState): boolean {
  return applyRunMoves[from].includes(to)
}

/** States in which a proposal still waits for somebody or something; at most one such proposal answers a change. */
export const openProposalStates: readonly ProposalState[] = [
  'proposed',
  'in-review',
  'approved',
  'applying',
  'stale',
  'failed',
]
