import { db } from '@/lib/platform/db/client'
import { log } from '@/lib/platform/telemetry/log'

const LOOK_EVERY_MS = 500

/** Why asking is stopped, or null while it is not: read from the database each time, so that the switch needs neither queue nor model. */
export async function findStop(): Promise<{ stoppedBy: string | null; stopReason: string | null } | null> {
  const settings = await db.modelSettings.findFirstOrThrow()
  return settings.stoppedAt ? settings : null
}

/** Looks at the stop switch while a call is under way, and aborts the signal when it is turned. Call `end` when the call is over. */
export function watchStopSwitch(): { signal: AbortSignal; end(): void } {
  const controller = new AbortController()
  const timer = setInterval(() => {
    findStop()
      .then((stop) => stop && controller.abort())
      .catch((error: unknown) => log.warn({ event: 'model.stop-not-read', err: error }))
  }, LOOK_EVERY_MS)
  return { signal: controller.signal, end: () => clearInterval(timer) }
}
