import { isBreakerTripped, probeMs } from './call-breaker'

/** Who asks, most urgent first: an approved change, a look that a delivery or a person asked for, a scan of our own. */
export const lanes = ['apply', 'look', 'scan'] as const
export type Lane = (typeof lanes)[number]

export interface BudgetLimits {
  requestsPerHour: number
  sourcePerHour: number
  sourcePerMinute: number
}

/** What all workers share about the calls of one account. Instants in milliseconds of one clock, the database's. */
export interface BudgetState {
  requestTokens: number
  sourceHourTokens: number
  sourceMinuteTokens: number
  filledAtMs: number
  heldUntilMs: number | null
  failures: number
  openUntilMs: number | null
}

export type Admission =
  | { outcome: 'admitted'; next: BudgetState }
  /** `held`: the service asked for silence. `resting`: the breaker is open. `spent`: our own budget. */
  | { outcome: 'held' | 'resting' | 'spent'; waitMs: number }

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** Part of each bucket a lane leaves for those above it. */
const reserves: Record<Lane, number> = { apply: 0, look: 0.1, scan: 0.3 }

const buckets = [
  { tokens: 'requestTokens', limit: 'requestsPerHour', windowMs: HOUR_MS, onlySource: false },
  { tokens: 'sourceHourTokens', limit: 'sourcePerHour', windowMs: HOUR_MS, onlySource: true },
  { tokens: 'sourceMinuteTokens', limit: 'sourcePerMinute', windowMs: MINUTE_MS, onlySource: true },
] as const

/**
 * A bucket holds half of its limit and gains the other half over the window: then no window of that length, wherever it
 * begins, sees more calls than the limit.
 */
const capacityOf = (limit: number) => limit / 2

/** Full buckets, nothing held back. */
export function fullBudget(limits: BudgetLimits, nowMs: number): BudgetState {
  return {
    requestTokens: capacityOf(limits.requestsPerHour),
    sourceHourTokens: capacityOf(limits.sourcePerHour),
    sourceMinuteTokens: capacityOf(limits.sourcePerMinute),
    filledAtMs: nowMs,
    heldUntilMs: null,
    failures: 0,
    openUntilMs: null,
  }
}

/** Whether one call may leave now, and the state after it; otherwise how long until it may. Decides nothing about who waits or gives up. */
export function admitCall(
  state: BudgetState,
  limits: BudgetLimits,
  call: { lane: Lane; isSource: boolean },
  nowMs: number,
): Admission {
  if (state.heldUntilMs !== null && state.heldUntilMs > nowMs) {
    return { outcome: 'held', waitMs: state.heldUntilMs - nowMs }
  }
  const isTripped = isBreakerTripped(state.failures)
  if (isTripped && state.openUntilMs !== null && state.openUntilMs > nowMs) {
    return { outcome: 'resting', waitMs: state.openUntilMs - nowMs }
  }
  const next = refill(state, limits, nowMs)
  let waitMs = 0
  for (const bucket of buckets) {
    if (bucket.onlySource && !call.isSource) continue
    const capacity = capacityOf(limits[bucket.limit])
    const needed = Math.min(capacity, reserves[call.lane] * capacity + 1)
    const missing = needed - next[bucket.tokens]
    if (missing > 0) waitMs = Math.max(waitMs, Math.ceil((missing / capacity) * bucket.windowMs))
    next[bucket.tokens] -= 1
  }
  if (waitMs > 0) return { outcome: 'spent', waitMs }
  // After the rest one call goes out to see; the others rest on until it is back.
  return { outcome: 'admitted', next: isTripped ? { ...next, openUntilMs: nowMs + probeMs } : next }
}

/** Buckets as they stand now. A clock that stepped back refills nothing; a lowered limit takes the surplus away. */
export function refill(state: BudgetState, limits: BudgetLimits, nowMs: number): BudgetState {
  const elapsedMs = Math.max(0, nowMs - state.filledAtMs)
  const next = { ...state, filledAtMs: nowMs }
  for (const { tokens, limit, windowMs } of buckets) {
    const capacity = capacityOf(limits[limit])
    next[tokens] = Math.min(capacity, state[tokens] + (elapsedMs / windowMs) * capacity)
  }
  return next
}
