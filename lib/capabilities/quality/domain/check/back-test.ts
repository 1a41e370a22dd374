import type { CheckPromise } from '@/lib/control-loop/proposal/domain/check-promise'
import { judgeCheck } from './judge-check'
import { type DatedProfile, measureByProfile } from './measure-by-profile'

export interface BackTest {
  /** Kept profiles that could tell, and those that could not. */
  told: number
  silent: number
  /** How many of those that told would have failed. */
  alarms: number
  /** From the first to the last that told; null below two. */
  days: number | null
  /** Expected from here on at the rhythm of the past; null when too little is kept to know the rhythm. */
  alarmsPerMonth: number | null
  /** One-sided 95 % upper bound of the same: with no alarm in n runs it is 3 / n of the runs of a month. */
  alarmsPerMonthMax: number | null
}

const DAY_MS = 86_400_000

/**
 * What a promise would have said of the past. The upper bound is that of a Poisson count (exact at zero alarms, −ln 0.05 = 3.0; else the normal
 * approximation k + 1.645·√k + 2), which is the honest figure when little is kept.
 */
export function backTest(promise: CheckPromise, history: readonly DatedProfile[]): BackTest {
  const judged = history.map((dated) => ({
    at: dated.at.getTime(),
    outcome: judgeCheck(promise, measureByProfile(promise, dated)).outcome,
  }))
  const told = judged.filter(({ outcome }) => outcome !== 'not-run')
  const alarms = told.filter(({ outcome }) => outcome === 'failed').length
  const instants = told.map(({ at }) => at)
  const days = told.length < 2 ? null : (Math.max(...instants) - Math.min(...instants)) / DAY_MS
  // n runs lie n − 1 gaps apart.
  const runsPerMonth = days === null || days === 0 ? null : ((told.length - 1) / days) * 30
  const upper = alarms === 0 ? 3 : alarms + 1.645 * Math.sqrt(alarms) + 2
  const perMonth = (count: number) => (runsPerMonth === null ? null : Math.min(1, count / told.length) * runsPerMonth)
  return {
    told: told.length,
    silent: judged.length - told.length,
    alarms,
    days,
    alarmsPerMonth: perMonth(alarms),
    alarmsPerMonthMax: perMonth(upper),
  }
}
