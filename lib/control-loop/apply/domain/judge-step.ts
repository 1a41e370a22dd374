import { leavesTrace } from '@/lib/control-loop/proposal/domain/action'
import type { BeforeState, PlanStep } from './plan-step'
import { moveOf } from './plan-steps'

/**
 * What a fresh read says of one step.
 * `already-so`: every wanted value is there, nothing is sent. `to-do`: every value is still the one the plan starts from, or wanted.
 * `changed-elsewhere`: some value is neither; somebody else moved it and the step must not run.
 */
export type StepJudgement =
  | { outcome: 'already-so' }
  | { outcome: 'to-do' }
  | { outcome: 'changed-elsewhere'; path: string; field: string; live: string }

/** Judges a step against the live state. Re-syncs and settings given beforehand leave no trace to look at, so they are always still to do. */
export function judgeStep(step: PlanStep, live: BeforeState): StepJudgement {
  let allWanted = true
  for (const [position, action] of step.actions.entries()) {
    const planned = step.moves[position]
    if (!planned || !leavesTrace(action)) {
      allWanted = false
      continue
    }
    const now = moveOf(action, live)
    if (now.before === planned.after) continue
    if (now.before !== planned.before) {
      return { outcome: 'changed-elsewhere', path: planned.path, field: planned.field, live: now.before }
    }
    allWanted = false
  }
  return allWanted ? { outcome: 'already-so' } : { outcome: 'to-do' }
}

/** True when every field the step sets reads as wanted: the read-back after the call. */
export function holdsStep(step: PlanStep, live: BeforeState): boolean {
  return step.actions.every((action, position) => {
    if (!leavesTrace(action)) return true
    return moveOf(action, live).before === step.moves[position]?.after
  })
}
