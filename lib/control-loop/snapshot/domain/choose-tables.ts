import { type AskReason, askReasons, softReasons } from './judge-reading'

export interface TableToAsk {
  schema: string
  table: string
  reason: AskReason
  /** When it was last asked; 0 for never. */
  askedAtMs: number
}

/** Source calls of one look. More would hold its job, and the lane behind it, for minutes. */
export const tablesAskedMax = 250
/** Of these, tables that may have moved but showed nothing: a large connection takes several looks for a round of them. */
export const softAskedMax = 100

/**
 * Which tables one look asks at the source, most telling first and the longest unasked before the others, and how many must wait for the
 * next look. Tables that merely may have moved never make a look follow at once.
 */
export function chooseTables(candidates: readonly TableToAsk[]): { chosen: TableToAsk[]; rest: number } {
  const ordered = [...candidates].sort(
    (one, other) =>
      askReasons.indexOf(one.reason) - askReasons.indexOf(other.reason) || one.askedAtMs - other.askedAtMs,
  )
  const firm = ordered.filter(({ reason }) => !softReasons.has(reason))
  const soft = ordered.filter(({ reason }) => softReasons.has(reason)).slice(0, softAskedMax)
  return {
    chosen: [...firm, ...soft].slice(0, tablesAskedMax),
    rest: Math.max(0, firm.length - tablesAskedMax),
  }
}
