import type { ProposalDetail } from '@/lib/control-loop/proposal/contract'

/** What the bar at the foot of an item is for. */
export type BarMode = 'decide' | 'apply' | 'stale' | 'run' | 'closed'

const modes: Record<ProposalDetail['state'], BarMode> = {
  proposed: 'decide',
  'in-review': 'decide',
  approved: 'apply',
  stale: 'stale',
  applying: 'run',
  applied: 'run',
  verified: 'run',
  failed: 'run',
  rejected: 'closed',
  superseded: 'closed',
  expired: 'closed',
}

/** State in, purpose of the bar out. Where the live state moved there is nothing to approve or apply, only to plan again. */
export function barModeOf({ state, difference }: Pick<ProposalDetail, 'state' | 'difference'>): BarMode {
  const mode = modes[state]
  return difference && (mode === 'decide' || mode === 'apply') ? 'stale' : mode
}

/** "Sends 2 requests to Fivetran." */
export function sendSentence(plan: ProposalDetail['plan']): string {
  const requests = plan.filter((step) => step.request !== null).length
  if (requests === 0) return 'Moves the baseline; nothing outside Headgate changes.'
  return requests === 1 ? 'Sends 1 request to Fivetran.' : `Sends ${requests} requests to Fivetran.`
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'] as const

/** "Approve", or "Approve as first of 2" where several people are needed. */
export function approveWords(proposal: Pick<ProposalDetail, 'approvals' | 'approvalsNeeded'>): string {
  if (proposal.approvalsNeeded < 2) return 'Approve'
  return `Approve as ${ordinals[proposal.approvals] ?? `number ${proposal.approvals + 1}`} of ${proposal.approvalsNeeded}`
}

/** What approving does and does not start, for the sheet of a high risk. */
export function approveConsequence(proposal: Pick<ProposalDetail, 'approvals' | 'approvalsNeeded'>): string {
  const left = proposal.approvalsNeeded - proposal.approvals - 1
  if (left > 0) {
    const others = left === 1 ? 'one more person has' : `${left} more people have`
    return `Nothing runs until ${others} approved and somebody presses Apply.`
  }
  return 'Nothing runs until somebody presses Apply.'
}

const closedSentences: Record<'rejected' | 'superseded' | 'expired', string> = {
  rejected: 'Rejected. The accepted state was not touched.',
  superseded: 'Superseded: what it answered is gone or answered otherwise.',
  expired: 'Expired before somebody applied it. Nothing was sent.',
}

/** Why there is nothing to decide any more. */
export function closedSentence(state: ProposalDetail['state']): string {
  return state === 'rejected' || state === 'superseded' || state === 'expired' ? closedSentences[state] : ''
}

/** "stewards and admins", for the sentence that says who may. */
export function joinRoles(roles: readonly string[]): string {
  const words = roles.map((role) => `${role}s`)
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
