/** Repeats of one call at one provider. More is what the next provider in the route is for. */
const RETRIES_MAX = 2
/** A provider that asks for a longer silence is left alone instead. */
const WAIT_MAX_MS = 10_000
const FIRST_WAIT_MS = 500

/** Of a call's ending, what decides whether it is repeated. */
export interface Repeatable {
  outcome: string
  retryAfterSeconds?: number | null
}

/**
 * How long to wait before the same call is repeated, or null when it is not. Only a provider that said “not now” is asked again: a spending
 * limit does not pass by waiting, and a call that may have been paid for is never bought twice. `chance` in [0, 1) spreads what collided.
 */
export function waitBeforeRetryMs(ending: Repeatable, retries: number, chance: number, leftMs: number): number | null {
  if (ending.outcome !== 'rate-limited' && ending.outcome !== 'overloaded') return null
  if (retries >= RETRIES_MAX) return null
  const asked = ending.retryAfterSeconds ?? null
  const waitMs = asked === null ? FIRST_WAIT_MS * 2 ** retries * (0.5 + chance) : asked * 1_000
  return waitMs > WAIT_MAX_MS || waitMs >= leftMs ? null : Math.ceil(waitMs)
}
