/** Seconds before each further try: close together while a restart may be all, hours apart later, and given up on after about three days. */
const DELAYS_SECONDS = [5, 60, 300, 600, 900, 900, 1800, 3600, 7200, 18_000, 36_000, 50_400, 72_000]
const JITTER = 0.1

/**
 * Seconds to wait after so many failures in a row (1 or more), or null when that was the last try. `jitter` between 0 and 1 spreads tries of many threads;
 * a receiver's own wish for a longer wait is heard.
 */
export function retryDelay(failures: number, jitter: number, askedSeconds = 0): number | null {
  const delay = DELAYS_SECONDS[failures - 1]
  return delay === undefined ? null : Math.max(askedSeconds, Math.round(delay * (1 + JITTER * jitter)))
}
