import { describe, expect, test } from 'vitest'
import { formatCount } from '@/components/ui/format-count'
import { prepareProposalRail } from './prepare-proposal-rail'

const now = Date.parse('2026-11-12T10:42:00Z')
type Facts = Parameters<typeof prepareProposalRail>[0]

function makeFacts(overrides: Partial<Facts>): Facts {
  return {
    state: 'in-review',
    revision: 2,
    createdAt: '2026-11-12T10:28:00Z',
    snapshot: { number: 1204, takenAt: '2026-11-12T10:03:00Z' },
    reviews: [],
    approvals: 0,
    approvalsNeeded: 1,
    runs: [],
    verdict: { decision: 'require-review', approvalsNeeded: 1, roles: ['steward'], ruleId: 'r-1', reason: '' },
    can: { decide: true },
    ...overrides,
  }
}
const approval: Facts['reviews'][number] = {
  at: '2026-11-12T10:40:00Z',
  person: { id: 'u', name: 'Ada' },
  decision: 'approve',
  reason: null,
  revision: 2,
  counts: true,
  onBehalfOf: null,
  voidReason: null,
}

const words = (facts: Facts) => {
  const { stages, gate } = prepareProposalRail(facts, now)
  return { gate, states: stages.map(({ state }) => state), facts: stages.map(({ fact }) => fact) }
}

describe('prepareProposalRail', () => {
  test('waits at a closed gate with the times of what is behind it', () => {
    const { stages, gate } = prepareProposalRail(makeFacts({}), now)
    expect(gate).toBe('closed')
    expect(stages.map(({ time }) => time ?? null)).toEqual(['10:03', '10:28', null, null, null])
    expect(stages[0]?.fact).toBe(`snapshot ${formatCount(1204)}`)
    expect(stages[2]).toMatchObject({ state: 'current', fact: 'waits for you' })
  })

  test('counts people when two are needed', () => {
    expect(words(makeFacts({ approvalsNeeded: 2, approvals: 1 })).facts[2]).toBe('1 of 2 people')
  })

  test('is open and dry once approved', () => {
    const open = words(makeFacts({ state: 'approved', reviews: [approval] }))
    expect(open.gate).toBe('open')
    expect(open.states).toEqual(['done', 'done', 'done', 'current', 'ahead'])
    expect(open.facts[2]).toBe('by Ada')
  })

  test('names the policy when no person opened the gate', () => {
    expect(words(makeFacts({ state: 'approved' })).facts[2]).toBe('by policy r-1')
  })

  test('closes again on a rejection and on a stale state', () => {
    expect(words(makeFacts({ state: 'rejected' })).gate).toBe('closed')
    expect(words(makeFacts({ state: 'stale' })).facts[2]).toBe('the live state moved')
  })

  test('ends with everything done', () => {
    const runs = [{ id: 'r', number: 31, state: 'verified', createdAt: '2026-11-12T10:41:00Z' }]
    expect(words(makeFacts({ state: 'verified', runs, reviews: [approval] })).states).toEqual(Array(5).fill('done'))
  })
})
