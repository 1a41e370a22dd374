import { setTimeout as sleep } from 'node:timers/promises'
import { RateLimitedError } from '../errors'
import type { Pace } from '../port'

/**
 * The pace of one client alone: after a 429 no call leaves before the instant the service named. Reads wait for it when it is near;
 * everything else is rejected at once, with the seconds left.
 */
export function createLocalPace({ now, waitMaxMs }: { now: () => number; waitMaxMs: number }): Pace {
  let heldUntilMs = 0
  return {
    async admit(kind) {
      // Again after the sleep: another call may have been told to wait longer meanwhile.
      for (let left = heldUntilMs - now(); left > 0; left = heldUntilMs - now()) {
        if (kind === 'write' || left > waitMaxMs) throw new RateLimitedError(Math.ceil(left / 1_000))
        await sleep(left)
      }
    },
    holdUntil(instantMs) {
      heldUntilMs = Math.max(heldUntilMs, instantMs)
    },
  }
}
