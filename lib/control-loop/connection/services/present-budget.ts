import type { FivetranSettings } from '../contract'
import { isBreakerTripped } from '../domain/call-breaker'
import { refill } from '../domain/call-budget'
import { readBudget } from './call-budget-row'

/** The account's budget of calls as people see it: what is left now, who asked to wait, whether calls rest. */
export async function presentBudget(accountId: string): Promise<FivetranSettings['calls']['budget']> {
  const { state, limits, openReason, nowMs } = await readBudget(accountId)
  const now = refill(state, limits, nowMs)
  const ahead = (ms: number | null) => (ms !== null && ms > nowMs ? new Date(ms).toISOString() : null)
  const restUntil = isBreakerTripped(state.failures) ? ahead(state.openUntilMs) : null
  return {
    requestsPerHourMax: limits.requestsPerHour,
    sourcePerHourMax: limits.sourcePerHour,
    sourcePerMinuteMax: limits.sourcePerMinute,
    requestsLeft: Math.floor(now.requestTokens),
    sourceHourLeft: Math.floor(now.sourceHourTokens),
    sourceMinuteLeft: Math.floor(now.sourceMinuteTokens),
    sourceLeft: Math.floor(Math.min(now.sourceHourTokens, now.sourceMinuteTokens)),
    heldUntil: ahead(state.heldUntilMs),
    breaker: !isBreakerTripped(state.failures) ? 'closed' : restUntil ? 'open' : 'trying',
    failures: state.failures,
    restUntil,
    restReason: isBreakerTripped(state.failures) ? openReason : null,
  }
}
