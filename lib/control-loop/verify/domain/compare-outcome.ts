import type { BeforeState, PlanStep } from '@/lib/control-loop/apply/domain/plan-step'
import { moveOf } from '@/lib/control-loop/apply/domain/plan-steps'
import type { Change } from '@/lib/control-loop/diff/domain/change'
import { leavesTrace } from '@/lib/control-loop/proposal/domain/action'
import { formatPath } from '@/lib/control-loop/snapshot/domain/schema-tree'

export interface OutcomeCheck {
  check: string
  outcome: 'held' | 'broken' | 'cannot-tell'
  detail: string
}

/** Checks every field the plan set against the state in a fresh snapshot. */
export function compareOutcome(plan: readonly PlanStep[], fresh: BeforeState): OutcomeCheck[] {
  return plan.flatMap((step) =>
    step.actions.flatMap((action, position): OutcomeCheck[] => {
      const move = step.moves[position]
      if (!move || !leavesTrace(action)) return []
      const now = moveOf(action, fresh).before
      const name = move.path || 'the connection'
      return [
        {
          check: `${name}: ${move.field} is ${move.after}`,
          outcome: now === 'unknown' ? 'cannot-tell' : now === move.after ? 'held' : 'broken',
          detail: now === move.after ? 'as approved' : `reads ${now}`,
        },
      ]
    }),
  )
}

/**
 * Whether anything beside the plan moved between the snapshot it was made on and the fresh one. Facts of the source may move at any
 * time and are not held against the run; settings that moved outside the planned paths are.
 */
export function compareRest(
  plan: readonly PlanStep[],
  moved: readonly { change: Change; origin: 'source' | 'outside' }[],
  counts: { tables: number; columns: number },
): OutcomeCheck {
  const planned = new Set(plan.flatMap((step) => step.moves.map((move) => move.path)))
  const outside = moved.filter(({ change, origin }) => origin === 'outside' && !planned.has(formatPath(change.path)))
  const scope = `${counts.tables} tables, ${counts.columns} columns`
  return outside.length === 0
    ? { check: 'Nothing else moved', outcome: 'held', detail: scope }
    : {
        check: 'Nothing else moved',
        outcome: 'broken',
        detail: `${outside.length} other settings moved, first ${formatPath(outside[0]?.change.path ?? {}) || 'the connection'}`,
      }
}
