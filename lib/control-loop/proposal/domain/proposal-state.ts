import type { ProposalState } from '@/lib/control-loop/stages'

/** A proposal's state as the database spells it: enum values there have no hyphen. */
export type StoredProposalState = Exclude<ProposalState, 'in-review'> | 'in_review'

/** Our word to the database's. */
export function toDbState(state: ProposalState): StoredProposalState {
  return state === 'in-review' ? 'in_review' : state
}

/** The database's word to ours. */
export function fromDbState(state: StoredProposalState): ProposalState {
  return state === 'in_review' ? 'in-review' : state
}
