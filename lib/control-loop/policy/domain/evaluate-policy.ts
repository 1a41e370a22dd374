import { describeCondition } from './describe-rule'
import { matchRule } from './match-rule'
import type { Policy, Rule } from './policy'
import type { Facts, Verdict } from './verdict'

const deciders: Verdict['roles'] = ['steward', 'admin']
const riskWords = { low: 'Low', medium: 'Medium', high: 'High' } as const

function peopleWords(approvals: number, role: 'steward' | 'admin'): string {
  return approvals === 1 ? `one ${role} decides` : `${approvals} ${role}s decide`
}

function byRisk(facts: Facts, policy: Policy, why: { ruleId: string; before: string }): Verdict {
  const { approvals } = policy[facts.risk]
  return {
    decision: 'require-review',
    approvalsNeeded: approvals,
    roles: deciders,
    ruleId: why.ruleId,
    reason: `${why.before}: ${peopleWords(approvals, 'steward')}.`,
    obligations: [],
    facts,
  }
}

function byRule(rule: Rule, facts: Facts, policy: Policy): Verdict {
  const { outcome, obligations } = rule
  const because = describeCondition(rule.when)
  const base = { ruleId: rule.id, obligations, facts }
  switch (outcome.decision) {
    case 'block':
      return {
        ...base,
        decision: 'block',
        approvalsNeeded: policy[facts.risk].approvals,
        roles: deciders,
        reason: `${because}: nobody may apply it.`,
      }
    case 'require-review':
      return {
        ...base,
        decision: 'require-review',
        approvalsNeeded: outcome.approvals,
        roles: outcome.role === 'admin' ? ['admin'] : deciders,
        reason: `${because}: ${peopleWords(outcome.approvals, outcome.role)}.`,
      }
    case 'allow':
      return {
        ...base,
        decision: 'allow',
        approvalsNeeded: policy[facts.risk].approvals,
        roles: deciders,
        reason: `${because}: policy allows it.`,
      }
  }
}

/**
 * What a policy says of these facts: the first rule that speaks decides; where none does, people by risk.
 * Floors that no policy goes under: what cannot be done is blocked; high risk, a missing signal, and what a person or a model wrote are never
 * allowed without a person. A missing signal also never needs fewer people than its risk does.
 */
export function evaluatePolicy(facts: Facts, policy: Policy): Verdict {
  if (facts.infeasible > 0) {
    const actions = facts.infeasible === 1 ? 'One action' : `${facts.infeasible} actions`
    return {
      decision: 'block',
      approvalsNeeded: policy[facts.risk].approvals,
      roles: deciders,
      ruleId: 'infeasible-action',
      reason: `${actions} cannot be done.`,
      obligations: [],
      facts,
    }
  }
  const rule = policy.rules.find((candidate) => matchRule(candidate, facts))
  const verdict = rule
    ? byRule(rule, facts, policy)
    : byRisk(facts, policy, { ruleId: 'no-rule-matched', before: `No rule speaks of it, ${facts.risk} risk` })
  return raiseToFloor(verdict, facts, policy)
}

function raiseToFloor(verdict: Verdict, facts: Facts, policy: Policy): Verdict {
  const { obligations } = verdict
  if (!facts.signalsComplete && verdict.decision !== 'block') {
    const raised = byRisk(facts, policy, { ruleId: 'signal-missing', before: 'A signal is missing' })
    if (verdict.decision === 'allow' || verdict.approvalsNeeded < raised.approvalsNeeded) {
      // More people, and still only those whom the rule named.
      return { ...raised, obligations, roles: verdict.decision === 'allow' ? raised.roles : verdict.roles }
    }
    return verdict
  }
  if (verdict.decision !== 'allow') return verdict
  if (facts.risk === 'high') {
    return {
      ...byRisk(facts, policy, { ruleId: 'high-risk-needs-people', before: 'High risk is decided by people' }),
      obligations,
    }
  }
  if (facts.authorKind !== 'rule') {
    const who = facts.authorKind === 'model' ? 'a model' : 'a person'
    const before = `${riskWords[facts.risk]} risk, written by ${who}`
    return { ...byRisk(facts, policy, { ruleId: 'written-needs-people', before }), obligations }
  }
  return verdict
}
