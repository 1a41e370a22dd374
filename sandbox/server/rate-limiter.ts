import { ApiError } from '@/sandbox/errors/api-error'

export type RequestClass = 'any' | 'source' | 'setup-test'
export type Plan = 'paid' | 'trial'

interface Window {
  appliesTo: RequestClass
  limit: number
  lengthMs: number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The limits of an account, as rolling windows. A setup test is a source interaction too. */
const WINDOWS: Record<Plan, readonly Window[]> = {
  paid: [
    { appliesTo: 'any', limit: 20_000, lengthMs: HOUR },
    { appliesTo: 'source', limit: 500, lengthMs: MINUTE },
    { appliesTo: 'source', limit: 5000, lengthMs: HOUR },
    { appliesTo: 'setup-test', limit: 250, lengthMs: MINUTE },
    { appliesTo: 'setup-test', limit: 2500, lengthMs: HOUR },
  ],
  trial: [
    { appliesTo: 'any', limit: 500, lengthMs: HOUR },
    { appliesTo: 'source', limit: 25, lengthMs: MINUTE },
    { appliesTo: 'source', limit: 250, lengthMs: HOUR },
    { appliesTo: 'setup-test', limit: 50, lengthMs: HOUR },
  ],
}

/** Counts requests on the sandbox clock. Counts live in memory: a restart forgives. */
export class RateLimiter {
  private readonly times = new Map<RequestClass, number[]>()

  constructor(private readonly plan: Plan) {}

  get hourlyLimit(): number {
    return this.windows.find(({ appliesTo }) => appliesTo === 'any')?.limit ?? 0
  }

  /** Takes the classes a request belongs to; counts it, or throws the 429 with the seconds to wait. */
  admit(classes: readonly RequestClass[], now: number): void {
    for (const window of this.windows) {
      if (!classes.includes(window.appliesTo)) continue
      const times = this.times.get(window.appliesTo) ?? []
      const first = firstSince(times, now - window.lengthMs)
      // With as many requests as the limit allows, the oldest of the last `limit` ones must leave the window first.
      const blocking = times[times.length - window.limit]
      if (blocking === undefined || times.length - first < window.limit) continue
      const seconds = Math.max(1, Math.ceil((blocking + window.lengthMs - now) / 1000))
      const message = `Rate limit of ${window.limit} requests exceeded, retry in ${seconds} seconds`
      throw new ApiError(429, 'TooManyRequests', message, { 'Retry-After': String(seconds) })
    }
    for (const entry of classes) {
      const times = this.times.get(entry) ?? []
      times.push(now)
      if (times.length > 2 * this.hourlyLimit) times.splice(0, firstSince(times, now - HOUR))
      this.times.set(entry, times)
    }
  }

  /** How many requests are left of the hourly quota. */
  remaining(now: number): number {
    return Math.max(0, this.hourlyLimit - this.used('any', HOUR, now))
  }

  /** Every window with what is used of it now. */
  usage(now: number): (Window & { used: number })[] {
    return this.windows.map((window) => ({ ...window, used: this.used(window.appliesTo, window.lengthMs, now) }))
  }

  private get windows(): readonly Window[] {
    return WINDOWS[this.plan]
  }

  private used(entry: RequestClass, lengthMs: number, now: number): number {
    const times = this.times.get(entry) ?? []
    return times.length - firstSince(times, now - lengthMs)
  }
}

/** Index of the first time after the given one. Times are in order, so that a binary search finds it. */
function firstSince(times: readonly number[], since: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] ?? 0) > since) high = middle
    else low = middle + 1
  }
  return low
}

/** Takes a request line and its parsed body; gives the classes it counts in. Setup tests run by default on a create or an edit. */
export function classifyRequest(method: string, path: string, body: unknown): RequestClass[] {
  if (method === 'POST' && /^\/v1\/(connections|destinations)\/[^/]+\/test$/.test(path))
    return ['any', 'source', 'setup-test']
  const edits = method === 'PATCH' && /^\/v1\/(connections|destinations)\/[^/]+$/.test(path)
  const creates = method === 'POST' && /^\/v1\/(connections|destinations)$/.test(path)
  if (edits || creates) {
    const skipped =
      typeof body === 'object' && body !== null && 'run_setup_tests' in body && body.run_setup_tests === false
    return skipped ? ['any'] : ['any', 'source', 'setup-test']
  }
  if (method === 'POST' && path.endsWith('/schemas/reload')) return ['any', 'source']
  if (method === 'GET' && /\/tables\/[^/]+\/columns$/.test(path)) return ['any', 'source']
  return ['any']
}
