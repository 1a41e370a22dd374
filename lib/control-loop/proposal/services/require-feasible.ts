import { InvalidInputError } from '@/lib/platform/http/app-error'
import type { BuiltRevision } from './build-revision'

/** Refuses a person's revision that holds an action which cannot be done, naming each one. Rules' drafts are shown blocked instead. */
export function requireFeasible(built: BuiltRevision): void {
  const impossible = built.feasibility.filter(({ feasible }) => !feasible)
  const [first] = impossible
  if (!first) return
  throw new InvalidInputError(
    first.reason,
    impossible.map(({ reason, action }) => ({ path: `actions.${built.actions.indexOf(action)}`, message: reason })),
  )
}
