import { describe, expect, it } from 'vitest'
import { defaultPolicy, type Rule } from '@/lib/control-loop/policy/domain/policy'
import { draftRule, isSamePolicy, moveRule, putRule } from './edit-rules'

const { rules } = defaultPolicy
const ids = (list: readonly Rule[]) => list.map(({ id }) => id.split('-')[0])

describe('editing rules', () => {
  it.each([
    ['high-risk-needs-review', -1, ['high', 'safe', 'medium', 'low']],
    ['high-risk-needs-review', 1, ['safe', 'medium', 'high', 'low']],
    ['safe-change-accepted', -1, ['safe', 'high', 'medium', 'low']],
    ['low-risk-needs-review', 1, ['safe', 'high', 'medium', 'low']],
    ['nowhere', 1, ['safe', 'high', 'medium', 'low']],
  ] as const)('moves %s by %i', (id, step, order) => {
    expect(ids(moveRule(rules, id, step))).toEqual(order)
  })
  it('replaces a rule in its place and puts a new one in front, under a free id', () => {
    const added = draftRule([...rules, { ...draftRule(rules), id: 'rule-6' }])
    expect(added.id).toBe('rule-7')
    expect(ids(putRule(rules, added))).toEqual(['rule', 'safe', 'high', 'medium', 'low'])
    const changed: Rule = { ...added, id: 'high-risk-needs-review', outcome: { decision: 'block' } }
    expect(putRule(rules, changed)[1]).toBe(changed)
  })
  it('tells an edit from none', () => {
    expect(isSamePolicy(defaultPolicy, structuredClone(defaultPolicy))).toBe(true)
    expect(isSamePolicy(defaultPolicy, { ...defaultPolicy, rules: moveRule(rules, 'low-risk-needs-review', -1) })).toBe(
      false,
    )
  })
})
