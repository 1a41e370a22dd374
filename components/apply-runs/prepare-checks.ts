import type { ApplyRunDetail } from '@/lib/control-loop/apply/contract'

export interface CheckLine {
  check: string
  outcome: 'held' | 'broken' | 'cannot-tell' | 'to-ask'
  detail: string
}

/** The checks of the verification, or, before it, what it will ask: every field the plan sets that can be looked at, and that nothing else moved. */
export function prepareChecks(run: Pick<ApplyRunDetail, 'verification' | 'steps' | 'connection'>): CheckLine[] {
  if (run.verification) return run.verification.checks
  const moves = run.steps
    .filter(({ step }) => step.applyPath === 'fivetran-api')
    .flatMap(({ step }) => step.moves)
    .filter(({ field }) => field !== 'history')
  const paths = moves.length === 1 ? '1 approved field holds' : `${moves.length} approved fields hold`
  return [
    ...(moves.length > 0
      ? [{ check: `${paths} in a fresh snapshot`, outcome: 'to-ask' as const, detail: 'right after the last step' }]
      : []),
    {
      check: `Nothing else moved in ${run.connection.name}`,
      outcome: 'to-ask',
      detail: 'right after the last step',
    },
  ]
}
