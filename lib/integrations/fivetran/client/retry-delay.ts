/** Full jitter: anything from nothing to the exponential step, so that many workers do not return together. `random` is 0 to 1. */
export function fullJitterMs(attempt: number, baseMs: number, random: number): number {
  const STEP_MAX_MS = 20_000
  return Math.floor(random * Math.min(STEP_MAX_MS, baseMs * 2 ** (attempt - 1)))
}

/** `Retry-After` as seconds from now, rounded up: seconds or an HTTP date. Without a usable header a minute is assumed. */
export function parseRetryAfterSeconds(header: string | undefined, nowMs: number): number {
  const ASSUMED_SECONDS = 60
  const text = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text)
  const instant = Date.parse(text)
  return Number.isNaN(instant) ? ASSUMED_SECONDS : Math.max(0, Math.ceil((instant - nowMs) / 1_000))
}
