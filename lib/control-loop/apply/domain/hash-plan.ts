import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { BeforeState, PlanStep } from './plan-step'

/** SHA-256 hex over the RFC 8785 form of a JSON value. */
function hashJson(value: unknown): string {
  return createHash('sha256')
    .update(canonicalize(JSON.parse(JSON.stringify(value))) ?? 'null')
    .digest('hex')
}

/** The hash of what a plan starts from. */
export function hashBeforeState(before: BeforeState): string {
  return hashJson(before)
}

/** What an approval is bound to: the live before-state, the steps as shown, and the policy version, in one hash. */
export function hashPlan(plan: { before: BeforeState; steps: readonly PlanStep[]; policyVersion: number }): string {
  return hashJson(plan)
}
