import { describe, expect, it } from 'vitest'
import { proposalStates } from '@/lib/control-loop/stages'
import { type CauseFacts, composeNotice } from './compose-notice'

const openedAt = new Date('2026-11-22T09:00:00Z')
const cause = (overrides: Partial<CauseFacts> = {}): CauseFacts => ({
  id: 'a',
  number: 12,
  state: 'in-review',
  risk: 'high',
  verb: 'Re-sync',
  path: 'public.customer',
  connection: 'orders',
  impact: [
    { label: 'models', value: '2' },
    { label: 'dashboards', value: null },
  ],
  wayBack: 'Yes.',
  dueAt: new Date('2026-11-23T09:00:00Z'),
  approvals: 1,
  approvalsNeeded: 2,
  ...overrides,
})
const first = { version: 1, openedAt, heldSince: null }

describe('composeNotice', () => {
  it('says six facts, where it stands, and what it is as an event', () => {
    expect(composeNotice([cause()], first)).toEqual({
      state: 'open',
      event: 'proposal.created',
      title: 'Re-sync public.customer (orders, high risk)',
      risk: 'high',
      status: 'P-12 waits for a decision: 1 of 2 approvals.',
      facts: [
        { label: 'Change', value: 'P-12: Re-sync public.customer' },
        { label: 'Connection', value: 'orders' },
        { label: 'Risk', value: 'High' },
        { label: 'Impact', value: 'models: 2' },
        { label: 'Way back', value: 'Yes.' },
        { label: 'Due', value: '2026-11-23 09:00 UTC' },
      ],
      proposals: [{ id: 'a', number: 12 }],
    })
  })

  it('lets the newest cause that still waits speak, and is cleared only when none does', () => {
    const causes = [cause({ id: 'c', number: 14, state: 'rejected' }), cause({ id: 'b', number: 13 })]
    const said = composeNotice(causes, { ...first, version: 4 })
    expect(said).toMatchObject({ state: 'open', event: 'proposal.updated' })
    expect(said.status).toBe(
      'P-13 waits for a decision: 1 of 2 approvals. The same was asked 2 times since 2026-11-22 09:00 UTC.',
    )
    const over = composeNotice([cause({ state: 'superseded' }), cause({ state: 'expired' })], { ...first, version: 4 })
    expect(over).toMatchObject({ state: 'cleared', event: 'proposal.superseded' })
  })

  it('says when it could not be told', () => {
    const { status } = composeNotice([cause()], { ...first, heldSince: openedAt })
    expect(status).toContain('Told late: this receiver did not answer since 2026-11-22 09:00 UTC.')
  })

  it('is cleared by exactly the ends after which nobody is waited for', () => {
    const cleared = proposalStates.filter((state) => composeNotice([cause({ state })], first).state === 'cleared')
    expect(cleared).toEqual(['verified', 'rejected', 'superseded', 'expired'])
  })

  it('refuses to speak of nothing', () => {
    expect(() => composeNotice([], first)).toThrow()
  })
})
