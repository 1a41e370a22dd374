import type { RequestCounters } from '@/sandbox/state/world'

const EARLY_KEPT = 200

/** Remembers until when a 429 told the caller to leave a request alone. */
export function noteWait(requests: RequestCounters, request: string, now: Date, seconds: number): void {
  requests.waits[request] = new Date(now.getTime() + seconds * 1000).toISOString()
}

/** Takes a request that arrives; notes it when it comes before its time. It is answered all the same: the service would, too. */
export function noteEarlyCall(requests: RequestCounters, request: string, now: Date): void {
  const allowedAt = requests.waits[request]
  if (allowedAt === undefined) return
  if (now.getTime() < Date.parse(allowedAt)) {
    const early = { route: request, at: now.toISOString(), allowedAt }
    requests.early = [...requests.early, early].slice(-EARLY_KEPT)
  } else {
    delete requests.waits[request]
  }
}
