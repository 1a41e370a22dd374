import { anything, type Condition, defaultPolicy, type Policy, type Rule } from '../policy'
import type { Facts } from '../verdict'

/** A rule's draft to include one harmless column; tests change what they are about. */
export function makeFacts(overrides: Partial<Facts> = {}): Facts {
  return {
    authorKind: 'rule',
    connectionId: 'c-1',
    service: 'postgres',
    ownerId: null,
    effects: ['include-column'],
    changeKinds: ['column-added'],
    dataClasses: ['none'],
    objects: 1,
    risk: 'low',
    signalsComplete: true,
    infeasible: 0,
    ...overrides,
  }
}

/** A rule that speaks when these parts of a condition hold. */
export function makeRule(id: string, when: Partial<Condition>, outcome: Rule['outcome']): Rule {
  return { id, when: { ...anything, ...when }, outcome, obligations: [] }
}

/** The default pack with these rules asked first, or instead. */
export function makePolicy(rules: Rule[], overrides: Partial<Policy> = {}): Policy {
  return { ...defaultPolicy, rules: [...rules, ...defaultPolicy.rules], ...overrides }
}
