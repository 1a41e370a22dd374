export type CheckOutcome = 'passed' | 'failed' | 'not-run'
export type CheckState = 'failing' | 'warning' | 'not-run' | 'passing'

export interface CheckStanding {
  state: CheckState
  /** Since when it has been so without a break, as far as the given results reach; null before the first. */
  since: string | null
  /** How long it failed, where it holds again; null otherwise. */
  recovered: { at: string; afterMinutes: number } | null
}

/**
 * Where a check stands by its last results, newest first: what the newest one says. One that could not be looked at is neither passing nor failing.
 * A failure of a check that only warns is a warning.
 */
export function stateOfCheck(
  results: readonly { at: string; outcome: CheckOutcome }[],
  severity: 'warn' | 'fail',
): CheckStanding {
  const [last] = results
  if (!last) return { state: 'not-run', since: null, recovered: null }
  const end = results.findIndex(({ outcome }) => outcome !== last.outcome)
  const first = results[(end === -1 ? results.length : end) - 1] ?? last
  const state =
    last.outcome === 'passed'
      ? 'passing'
      : last.outcome === 'not-run'
        ? 'not-run'
        : severity === 'fail'
          ? 'failing'
          : 'warning'
  return { state, since: first.at, recovered: recoveryOf(results) }
}

function recoveryOf(results: readonly { at: string; outcome: CheckOutcome }[]): CheckStanding['recovered'] {
  const told = results.filter(({ outcome }) => outcome !== 'not-run')
  const broken = told.findIndex(({ outcome }) => outcome === 'failed')
  const again = broken > 0 ? told[broken - 1] : undefined
  if (!again) return null
  const rest = told.slice(broken)
  const before = rest.findIndex(({ outcome }) => outcome !== 'failed')
  const began = rest[(before === -1 ? rest.length : before) - 1]
  if (!began) return null
  return { at: again.at, afterMinutes: Math.round((Date.parse(again.at) - Date.parse(began.at)) / 60_000) }
}
