import type { SourceReading, TableEvidence } from './source-reading'

/** Why a table is asked again, most telling first. The soft ones say only that it may have moved. */
export const askReasons = ['never-asked', 'config-moved', 'destination-moved', 'log-moved', 'synced', 'old'] as const
export type AskReason = (typeof askReasons)[number]
export const softReasons: ReadonlySet<AskReason> = new Set(['synced', 'old'])

/** However little moved, a table is asked again after this: some changes at a source leave no trace anywhere else. */
const oldAfterMs = 24 * 3_600_000

export interface LookFacts {
  nowMs: number
  /** The log tables were written after the connection's last sync, so they know of it. */
  isLogFresh: boolean
}

/**
 * Whether the kept answer of a table still stands, or why it does not. A fingerprint nobody could take says nothing. A sync since the
 * answer may have brought anything, unless fresh log tables say that this table stayed as it was.
 */
export function judgeReading(
  reading: SourceReading | undefined,
  now: TableEvidence,
  { nowMs, isLogFresh }: LookFacts,
): 'current' | AskReason {
  if (!reading) return 'never-asked'
  const then = reading.evidence
  const differs = (one: string | null, other: string | null) => one !== null && other !== null && one !== other
  if (then.config !== now.config) return 'config-moved'
  if (differs(then.destination, now.destination)) return 'destination-moved'
  if (differs(then.log, now.log)) return 'log-moved'
  const isTold = isLogFresh && then.log !== null && then.log === now.log
  if (now.syncedAt !== then.syncedAt && !isTold) return 'synced'
  return nowMs - reading.askedAtMs > oldAfterMs ? 'old' : 'current'
}
