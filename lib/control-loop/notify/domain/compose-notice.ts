import type { ProposalState } from '@/lib/control-loop/stages'

/** What is known of one proposal that a thread is about. */
export interface CauseFacts {
  id: string
  number: number
  state: ProposalState
  risk: 'low' | 'medium' | 'high'
  verb: string
  path: string
  connection: string
  /** What else uses it, as the revision lists it. */
  impact: readonly { label: string; value: string | null }[]
  wayBack: string
  dueAt: Date | null
  approvals: number
  approvalsNeeded: number
}

export interface NoticeContent {
  state: 'open' | 'cleared'
  event: string
  title: string
  risk: CauseFacts['risk']
  status: string
  facts: { label: string; value: string }[]
  proposals: { id: string; number: number }[]
}

/** Ends after which nothing waits for anybody. An applied change is not over before it is verified. */
const overStates: readonly ProposalState[] = ['verified', 'rejected', 'superseded', 'expired']

const events: Record<ProposalState, string> = {
  proposed: 'proposal.updated',
  'in-review': 'proposal.updated',
  approved: 'proposal.approved',
  applying: 'proposal.updated',
  applied: 'proposal.applied',
  verified: 'proposal.verified',
  stale: 'proposal.updated',
  failed: 'proposal.apply_failed',
  rejected: 'proposal.rejected',
  superseded: 'proposal.superseded',
  expired: 'proposal.expired',
}

const minute = (at: Date) => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
const riskWords = { low: 'Low', medium: 'Medium', high: 'High' } as const

/**
 * What a thread says of its causes, newest first and at least one: the newest that still waits speaks for all. Open while one of them waits. `heldSince`: since
 * when it could not be told.
 */
export function composeNotice(
  causes: readonly CauseFacts[],
  thread: { version: number; openedAt: Date; heldSince: Date | null },
): NoticeContent {
  const open = causes.find(({ state }) => !overStates.includes(state))
  const cause = open ?? causes[0]
  if (!cause) throw new Error('A notice is about something.')
  const event = thread.version === 1 && open ? 'proposal.created' : events[cause.state]
  return {
    state: open ? 'open' : 'cleared',
    event,
    title: `${cause.verb} ${cause.path} (${cause.connection}, ${cause.risk} risk)`,
    risk: cause.risk,
    status: [
      statusOf(cause),
      causes.length > 1 ? `The same was asked ${causes.length} times since ${minute(thread.openedAt)}.` : '',
      thread.heldSince ? `Told late: this receiver did not answer since ${minute(thread.heldSince)}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
    facts: [
      { label: 'Change', value: `P-${cause.number}: ${cause.verb} ${cause.path}` },
      { label: 'Connection', value: cause.connection },
      { label: 'Risk', value: riskWords[cause.risk] },
      { label: 'Impact', value: impactOf(cause) },
      { label: 'Way back', value: cause.wayBack },
      { label: 'Due', value: cause.dueAt ? minute(cause.dueAt) : 'No date' },
    ],
    proposals: causes.map(({ id, number }) => ({ id, number })),
  }
}

function impactOf({ impact }: CauseFacts): string {
  const known = impact.flatMap(({ label, value }) => (value === null ? [] : [`${label}: ${value}`]))
  return known.length === 0 ? 'Not known' : known.join('; ')
}

function statusOf(cause: CauseFacts): string {
  const name = `P-${cause.number}`
  switch (cause.state) {
    case 'proposed':
    case 'in-review':
      return `${name} waits for a decision: ${cause.approvals} of ${cause.approvalsNeeded} approvals.`
    case 'approved':
      return `${name} is approved and not applied yet.`
    case 'applying':
      return `${name} is being applied.`
    case 'applied':
      return `${name} is applied; whether it holds is looked at.`
    case 'stale':
      return `${name} is stale: what it was planned on has moved.`
    case 'failed':
      return `${name} could not be applied. A person decides how to go on.`
    case 'verified':
      return `Cleared: ${name} is applied and verified.`
    case 'rejected':
      return `Cleared: ${name} was rejected.`
    case 'superseded':
      return `Cleared: what ${name} answered is gone.`
    case 'expired':
      return `Cleared: ${name} expired without a decision.`
  }
}
