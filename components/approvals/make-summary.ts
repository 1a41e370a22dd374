import type { ProposalSummary } from '@/lib/control-loop/proposal/contract'

/** A queue row for tests: takes what matters to the case and fills the rest. */
export function makeSummary(overrides: Partial<ProposalSummary> & { id: string }): ProposalSummary {
  return {
    number: 1,
    revision: 1,
    state: 'in-review',
    verb: 'Include',
    path: 'public.customer.phone',
    risk: 'low',
    reason: 'New column.',
    connection: { id: 'c-1', name: 'orders', service: 'postgres', isPlanned: false },
    authorName: 'rule new-column-off',
    approvalsNeeded: 1,
    approvals: 0,
    dueAt: null,
    escalatedAt: null,
    snooze: null,
    createdAt: '2026-11-12T09:00:00Z',
    updatedAt: '2026-11-12T09:00:00Z',
    canDecide: true,
    ...overrides,
  }
}
