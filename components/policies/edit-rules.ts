import { anything, type Policy, type Rule } from '@/lib/control-loop/policy/domain/policy'

/** A rule's place after moving it by one; the same list when it is at that end. */
export function moveRule(rules: readonly Rule[], id: string, step: -1 | 1): Rule[] {
  const from = rules.findIndex((rule) => rule.id === id)
  const to = from + step
  const moved = rules[from]
  if (!moved || to < 0 || to >= rules.length) return [...rules]
  const rest = rules.filter((rule) => rule.id !== id)
  return [...rest.slice(0, to), moved, ...rest.slice(to)]
}

/** Puts a rule in the place of the one with its id, or in front of all when there is none: a rule that nothing precedes is heard. */
export function putRule(rules: readonly Rule[], rule: Rule): Rule[] {
  const isThere = rules.some(({ id }) => id === rule.id)
  return isThere ? rules.map((one) => (one.id === rule.id ? rule : one)) : [rule, ...rules]
}

/** A rule to begin with: everything needs one steward. Its id is free in this list. */
export function draftRule(rules: readonly Rule[]): Rule {
  const taken = new Set(rules.map(({ id }) => id))
  let number = rules.length + 1
  while (taken.has(`rule-${number}`)) number += 1
  return {
    id: `rule-${number}`,
    when: anything,
    outcome: { decision: 'require-review', approvals: 1, role: 'steward' },
    obligations: [],
  }
}

/** True when two policies say the same in the same order. */
export function isSamePolicy(one: Policy, other: Policy): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
