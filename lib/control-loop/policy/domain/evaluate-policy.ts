import type { Action } from '@/lib/control-loop/proposal/domain/action'
import type { DerivedRisk } from './derive-risk'
import type { Policy } from './policy'
import type { Verdict } from './verdict'

export interface PolicyInput {
  actions: readonly Action[]
  risk: DerivedRisk
  /** False when a needed signal is missing (no classification, unknown severity): then a person decides. */
  signalsComplete: boolean
  infeasible: number
  authorKind: 'rule' | 'model' | 'person'
}

/** What the policy says of a proposal. Nothing feasible is blocked; no signal means a person; only safe acceptances by rule may pass alone. */
export function evaluatePolicy(input: PolicyInput, policy: Policy): Verdict {
  const roles: Verdict['roles'] = ['steward', 'admin']
  if (input.infeasible > 0) {
    return {
      decision: 'block',
      approvalsNeeded: policy.high.approvals,
      roles,
      ruleId: 'infeasible-action',
      reason: `${input.infeasible} of ${input.actions.length} actions cannot be done.`,
    }
  }
  const onlyAccepts = input.actions.every((action) => action.kind === 'accept-changes')
  if (
    policy.acceptSafeChanges &&
    onlyAccepts &&
    input.risk.risk === 'low' &&
    input.authorKind === 'rule' &&
    input.signalsComplete
  ) {
    return {
      decision: 'allow',
      approvalsNeeded: 0,
      roles,
      ruleId: 'safe-change-accepted',
      reason: 'Safe changes that came in by the connection’s own handling are accepted by policy.',
    }
  }
  const { approvals } = policy[input.risk.risk]
  const people = approvals === 1 ? 'one steward decides' : `${approvals} stewards decide`
  if (!input.signalsComplete) {
    return {
      decision: 'require-review',
      approvalsNeeded: approvals,
      roles,
      ruleId: 'signal-missing',
      reason: `A signal is missing: ${people}.`,
    }
  }
  return {
    decision: 'require-review',
    approvalsNeeded: approvals,
    roles,
    ruleId: `${input.risk.risk}-risk-needs-review`,
    reason: `${{ low: 'Low', medium: 'Medium', high: 'High' }[input.risk.risk]} risk: ${people}.`,
  }
}
