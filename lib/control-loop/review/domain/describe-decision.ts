import type { ReviewDecision } from './decide-review'

type Counted = Exclude<ReviewDecision, { outcome: 'refused' }>

/** What a decision did, in one sentence for the person who made it. */
export function describeDecision(decision: Counted): string {
  switch (decision.outcome) {
    case 'approved':
      return 'Approved. Nothing is sent until somebody applies it.'
    case 'recorded': {
      const left = decision.approvalsNeeded - decision.approvals
      return `Approved by you. ${left} more ${left === 1 ? 'approval is' : 'approvals are'} needed.`
    }
    case 'rejected':
      return 'Rejected. Fivetran stays as it is.'
    case 'changes-requested':
      return 'Sent back. It returns to the queue with its next revision.'
  }
}
