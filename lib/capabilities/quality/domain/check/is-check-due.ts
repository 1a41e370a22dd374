import type { CheckRhythm } from '@/lib/control-loop/proposal/domain/check-promise'

export interface LastLook {
  at: Date
  /** The sync whose rows it looked at. */
  syncedAt: Date | null
  outcome: string
}

const HOUR_MS = 3_600_000
/** What could not be told is tried again after a while, not at every turn. */
const RETRY_MS = 15 * 60_000
const everyMs = { hourly: HOUR_MS, daily: 24 * HOUR_MS } as const

/**
 * Whether a check is to be looked at now: at once when it is new or its bounds moved, then after each sync or by the clock. A look that could not tell is
 * repeated after a quarter of an hour.
 */
export function isCheckDue(
  check: { runs: CheckRhythm; acceptedAt: Date },
  last: LastLook | null,
  now: { at: Date; syncedAt: Date | null },
): boolean {
  if (last === null || last.at < check.acceptedAt) return true
  const sinceMs = now.at.getTime() - last.at.getTime()
  if (last.outcome === 'not-run') return sinceMs >= RETRY_MS
  if (check.runs !== 'after-sync') return sinceMs >= everyMs[check.runs]
  return now.syncedAt !== null && (last.syncedAt === null || now.syncedAt > last.syncedAt)
}
