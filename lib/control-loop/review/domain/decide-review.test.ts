import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideReview, type ReviewedProposal, type ReviewInput } from './decide-review'

const hash = 'a'.repeat(64)
const now = new Date('2026-11-12T10:42:00Z')
const makeProposal = (overrides: Partial<ReviewedProposal> = {}): ReviewedProposal => ({
  state: 'in-review',
  revision: 2,
  planHash: hash,
  verdict: {
    decision: 'require-review',
    approvalsNeeded: 1,
    roles: ['steward', 'admin'],
    ruleId: 'medium-risk-needs-review',
    reason: 'Medium risk.',
  },
  writers: ['author', 'editor'],
  approvals: [],
  ...overrides,
})
const makeInput = (overrides: Partial<ReviewInput> = {}): ReviewInput => ({
  decision: 'approve',
  revision: 2,
  planHash: hash,
  actor: { userId: 'ada', role: 'steward', mayReview: true },
  now,
  ...overrides,
})
const two = { ...makeProposal().verdict, approvalsNeeded: 2 }

describe('decideReview', () => {
  it.each<[string, Partial<ReviewedProposal>, Partial<ReviewInput>, string]>([
    ['a steward who wrote nothing', {}, {}, 'approved'],
    ['the first of two', { verdict: two }, {}, 'recorded'],
    ['the second of two', { verdict: two, approvals: [{ userId: 'priya', expiresAt: null }] }, {}, 'approved'],
    [
      'the second of two after the first ran out',
      { verdict: two, approvals: [{ userId: 'priya', expiresAt: new Date('2026-11-12T10:41:00Z') }] },
      {},
      'recorded',
    ],
    ['a rejection', {}, { decision: 'reject' }, 'rejected'],
    [
      'a rejection by the author',
      {},
      { decision: 'reject', actor: { userId: 'author', role: 'steward', mayReview: true } },
      'rejected',
    ],
    ['a request for changes', {}, { decision: 'request-changes' }, 'changes-requested'],
    ['a rejection of a stale one', { state: 'stale' }, { decision: 'reject' }, 'rejected'],
  ])('takes %s as %s', (_name, proposal, input, outcome) => {
    expect(decideReview(makeProposal(proposal), makeInput(input)).outcome).toBe(outcome)
  })

  it.each<[string, Partial<ReviewedProposal>, Partial<ReviewInput>, string]>([
    ['the author', {}, { actor: { userId: 'author', role: 'admin', mayReview: true } }, 'own-proposal'],
    [
      'an editor without the right learns of four eyes first',
      {},
      { actor: { userId: 'editor', role: 'engineer', mayReview: false } },
      'own-proposal',
    ],
    ['an engineer', {}, { actor: { userId: 'tomas', role: 'engineer', mayReview: false } }, 'missing-right'],
    [
      'a role the verdict does not name',
      {},
      { actor: { userId: 'tomas', role: 'engineer', mayReview: true } },
      'missing-right',
    ],
    ['another revision', {}, { revision: 1 }, 'another-revision'],
    ['another plan', {}, { planHash: 'b'.repeat(64) }, 'another-plan'],
    ['a stale proposal', { state: 'stale' }, {}, 'not-open'],
    ['an approved proposal', { state: 'approved' }, {}, 'not-open'],
    ['the same person twice', { verdict: two, approvals: [{ userId: 'ada', expiresAt: null }] }, {}, 'already-decided'],
    ['a blocked proposal', { verdict: { ...two, decision: 'block' } }, {}, 'blocked'],
  ])('refuses %s', (_name, proposal, input, code) => {
    expect(decideReview(makeProposal(proposal), makeInput(input))).toMatchObject({ outcome: 'refused', code })
  })

  it('never approves by a writer, whatever else holds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('author', 'editor'),
        fc.constantFrom('viewer', 'engineer', 'steward', 'admin'),
        fc.integer({ min: 0, max: 3 }),
        (userId, role, approvalsNeeded) => {
          const decision = decideReview(
            makeProposal({ verdict: { ...two, approvalsNeeded } }),
            makeInput({ actor: { userId, role, mayReview: true } }),
          )
          expect(decision.outcome).toBe('refused')
        },
      ),
    )
  })

  it('counts zero needed as one: a person is asked, so a person answers', () => {
    const verdict = { ...two, approvalsNeeded: 0 }
    expect(decideReview(makeProposal({ verdict }), makeInput())).toEqual({
      outcome: 'approved',
      approvals: 1,
      approvalsNeeded: 1,
    })
  })
})
