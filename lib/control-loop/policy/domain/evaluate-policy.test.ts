import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareVerdicts } from './compare-verdicts'
import { effects } from './effect'
import { evaluatePolicy } from './evaluate-policy'
import { anything, defaultPolicy, type Policy, policySchema, type Rule } from './policy'
import { makeFacts, makePolicy, makeRule } from './testing/make-facts'
import { authorKinds, type Facts, risks } from './verdict'

const allow = { decision: 'allow' } as const
const block = { decision: 'block' } as const
const people = (approvals: number, role: 'steward' | 'admin' = 'steward') =>
  ({ decision: 'require-review', approvals, role }) as const
const accepting = makeFacts({ effects: ['accept-changes'] })

describe('evaluatePolicy', () => {
  it.each<[string, Facts, Policy, string, number, string]>([
    ['a low risk', makeFacts(), defaultPolicy, 'require-review', 1, 'low-risk-needs-review'],
    ['a high risk', makeFacts({ risk: 'high' }), defaultPolicy, 'require-review', 2, 'high-risk-needs-review'],
    [
      'what cannot be done',
      makeFacts({ infeasible: 1 }),
      makePolicy([makeRule('a', {}, allow)]),
      'block',
      1,
      'infeasible-action',
    ],
    ['a safe acceptance by a rule', accepting, defaultPolicy, 'allow', 1, 'safe-change-accepted'],
    [
      'one by a person',
      { ...accepting, authorKind: 'person' },
      defaultPolicy,
      'require-review',
      1,
      'low-risk-needs-review',
    ],
    [
      'one without every signal',
      { ...accepting, signalsComplete: false },
      defaultPolicy,
      'require-review',
      1,
      'signal-missing',
    ],
    [
      'nothing any rule speaks of',
      makeFacts({ risk: 'high' }),
      { ...defaultPolicy, rules: [] },
      'require-review',
      2,
      'no-rule-matched',
    ],
    [
      'the first of two rules',
      makeFacts(),
      makePolicy([makeRule('first', { services: ['postgres'] }, people(3, 'admin')), makeRule('second', {}, block)]),
      'require-review',
      3,
      'first',
    ],
    [
      'a connection its rule does not name',
      makeFacts({ connectionId: 'c-2' }),
      makePolicy([makeRule('other', { connectionIds: ['c-1'] }, block)]),
      'require-review',
      1,
      'low-risk-needs-review',
    ],
    [
      'a mixed proposal, half of which is allowed',
      makeFacts({ effects: ['exclude-column', 'include-column'] }),
      makePolicy([makeRule('half', { effects: ['include-column'] }, allow)]),
      'require-review',
      1,
      'low-risk-needs-review',
    ],
    [
      'a mixed proposal, half of which is blocked',
      makeFacts({ effects: ['include-column', 'unhash-column'] }),
      makePolicy([makeRule('half', { effects: ['unhash-column'] }, block)]),
      'block',
      1,
      'half',
    ],
    [
      'a large one',
      makeFacts({ objects: 50 }),
      makePolicy([makeRule('large', { objectsMin: 20 }, people(2))]),
      'require-review',
      2,
      'large',
    ],
    [
      'a large one that a rule would allow',
      makeFacts({ objects: 50 }),
      makePolicy([makeRule('large', { objectsMin: 20 }, allow)]),
      'require-review',
      1,
      'low-risk-needs-review',
    ],
    [
      'high risk that a rule would allow',
      makeFacts({ risk: 'high' }),
      makePolicy([makeRule('all', {}, allow)]),
      'require-review',
      2,
      'high-risk-needs-people',
    ],
    [
      'a model’s draft that a rule would allow',
      makeFacts({ authorKind: 'model' }),
      makePolicy([makeRule('all', {}, allow)]),
      'require-review',
      1,
      'written-needs-people',
    ],
  ])('decides on %s', (_name, facts, policy, decision, approvalsNeeded, ruleId) => {
    expect(evaluatePolicy(facts, policy)).toMatchObject({ decision, approvalsNeeded, ruleId })
  })

  it('says the rule in its reason', () => {
    const rule = makeRule('a', { effects: ['include-column'], services: ['postgres'] }, people(2))
    expect(evaluatePolicy(makeFacts(), makePolicy([rule])).reason).toBe(
      'Including a column, from `postgres`: 2 stewards decide.',
    )
    expect(evaluatePolicy(makeFacts({ risk: 'high' }), defaultPolicy).reason).toBe('High risk: 2 stewards decide.')
  })

  it('starts with a pack that its own schema accepts', () => {
    expect(policySchema.parse(defaultPolicy)).toEqual(defaultPolicy)
  })
})

const some = <T extends string>(values: readonly T[]) => fc.subarray([...values])
const factsArbitrary: fc.Arbitrary<Facts> = fc.record({
  authorKind: fc.constantFrom(...authorKinds),
  connectionId: fc.constantFrom('c-1', 'c-2'),
  service: fc.constantFrom('postgres', 'salesforce'),
  ownerId: fc.constantFrom(null, 'u-1'),
  effects: fc.subarray([...effects], { minLength: 1, maxLength: 3 }),
  changeKinds: some(['column-added', 'column-removed']),
  dataClasses: some(['none', 'email']),
  objects: fc.integer({ min: 1, max: 60 }),
  risk: fc.constantFrom(...risks),
  signalsComplete: fc.boolean(),
  infeasible: fc.constantFrom(0, 0, 0, 1),
})
const ruleArbitrary: fc.Arbitrary<Omit<Rule, 'id'>> = fc.record({
  when: fc
    .record({
      authors: some(authorKinds),
      services: some(['postgres', 'salesforce']),
      effects: fc.subarray([...effects], { maxLength: 4 }),
      dataClasses: some(['none', 'email']),
      risks: some(risks),
      objectsMin: fc.constantFrom(null, 10),
    })
    .map((when) => ({ ...anything, ...when })),
  outcome: fc.oneof(
    fc.constant(allow),
    fc.constant(block),
    fc.integer({ min: 1, max: 3 }).map((approvals) => people(approvals)),
  ),
  obligations: fc.constant([]),
})
const policyArbitrary: fc.Arbitrary<Policy> = fc
  .array(ruleArbitrary, { maxLength: 5 })
  .map((rules) => ({ ...defaultPolicy, rules: rules.map((rule, index) => ({ ...rule, id: `r-${index}` })) }))

describe('evaluatePolicy, whatever the policy', () => {
  it('allows nothing high, nothing with a missing signal, and nothing that a person or a model wrote', () => {
    fc.assert(
      fc.property(factsArbitrary, policyArbitrary, (facts, policy) => {
        const { decision, approvalsNeeded } = evaluatePolicy(facts, policy)
        if (decision === 'allow') {
          expect(facts).toMatchObject({ authorKind: 'rule', signalsComplete: true, infeasible: 0 })
          expect(facts.risk).not.toBe('high')
        }
        expect(approvalsNeeded).toBeGreaterThanOrEqual(1)
      }),
      { numRuns: 500 },
    )
  })

  it('never gets looser by a rule that blocks, wherever it is put', () => {
    const place = fc.nat({ max: 5 })
    fc.assert(
      fc.property(factsArbitrary, policyArbitrary, ruleArbitrary, place, (facts, policy, rule, at) => {
        const added: Rule = { ...rule, id: 'added', outcome: block }
        const stricter = { ...policy, rules: [...policy.rules.slice(0, at), added, ...policy.rules.slice(at)] }
        expect(compareVerdicts(evaluatePolicy(facts, policy), evaluatePolicy(facts, stricter))).not.toBe('looser')
      }),
      { numRuns: 500 },
    )
  })

  it('never gets looser by a signal that goes missing', () => {
    fc.assert(
      fc.property(factsArbitrary, policyArbitrary, (facts, policy) => {
        const known = evaluatePolicy({ ...facts, signalsComplete: true }, policy)
        const missing = evaluatePolicy({ ...facts, signalsComplete: false }, policy)
        expect(compareVerdicts(known, missing)).not.toBe('looser')
      }),
      { numRuns: 500 },
    )
  })
})
