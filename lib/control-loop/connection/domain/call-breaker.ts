/** Failures in a row after which calls rest: more than one read makes with all its repetitions. */
const failuresMax = 6
const firstRestMs = 5_000
const restMaxMs = 300_000

/** How long the one call that looks whether the service is back may take before another one may try. */
export const probeMs = 60_000

/** Whether that many failures in a row stop the calls of an account. */
export function isBreakerTripped(failures: number): boolean {
  return failures >= failuresMax
}

/** How long calls rest after this many failures in a row: doubling from five seconds to five minutes; 0 while they need not. */
export function restMsAfter(failures: number): number {
  if (!isBreakerTripped(failures)) return 0
  return Math.min(restMaxMs, firstRestMs * 2 ** Math.min(20, failures - failuresMax))
}
