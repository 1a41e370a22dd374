const MINUTE = 60_000
/** When a failed delivery is tried again, counted from the first attempt. After the last one it is given up. */
export const RETRY_AFTER_MS = [6, 27, 105, 385, 1393].map((minutes) => minutes * MINUTE)
/** Constant failure for this long switches the webhook off. */
export const DEACTIVATE_AFTER_MS = 3 * 24 * 60 * MINUTE

/** Takes the time of the first attempt and how many were made; gives the time of the next, or null when none is left. */
export function nextAttempt(firstAttemptAt: Date, attempts: number): Date | null {
  const delay = RETRY_AFTER_MS[attempts - 1]
  return delay === undefined ? null : new Date(firstAttemptAt.getTime() + delay)
}
