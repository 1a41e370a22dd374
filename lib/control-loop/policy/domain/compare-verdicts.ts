import type { Verdict } from './verdict'

const rank: Record<Verdict['decision'], number> = { allow: 0, 'require-review': 1, block: 2 }

/** How many may approve: fewer roles are stricter. */
const narrowness = (verdict: Verdict) => -verdict.roles.length

export type Strictness = 'stricter' | 'same' | 'looser'

/** How the revision's verdict compares with the base's for the person or process that wants to go on. More people on fewer roles count as stricter. */
export function compareVerdicts(base: Verdict, revision: Verdict): Strictness {
  const steps = [
    rank[revision.decision] - rank[base.decision],
    ...(revision.decision === 'require-review'
      ? [revision.approvalsNeeded - base.approvalsNeeded, narrowness(revision) - narrowness(base)]
      : []),
  ]
  if (steps[0] !== 0) return (steps[0] ?? 0) > 0 ? 'stricter' : 'looser'
  // One more person who may be anybody of more roles: somebody gets it harder, so it goes back to people.
  if (steps.some((step) => step > 0)) return 'stricter'
  return steps.some((step) => step < 0) ? 'looser' : 'same'
}
