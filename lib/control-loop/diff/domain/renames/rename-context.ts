import type { ColumnState } from '@/lib/control-loop/snapshot/domain/schema-tree'

/** A column that went or came, with what is known of it. */
export interface RenameCandidate {
  schema: string
  table: string
  column: string
  state: ColumnState
}

export interface PairName {
  schema: string
  table: string
  from: string
  to: string
}

/** What is known beyond the two lists of columns. Everything but the decisions may be missing; missing evidence is no evidence. */
export interface RenameContext {
  /** What people said before: `same` pairs are certain, the others are never brought up again. */
  decisions: readonly (PairName & { same: boolean })[]
  /** How many rows hold a value in both columns, and in how many of them it is the same. */
  valueEvidence?: readonly (PairName & { compared: number; equal: number })[]
  /** Whether one column goes empty in the same sync in which the other fills. */
  nullOnset?: readonly (PairName & { coincides: boolean })[]
  /** Tables known to have another name now: a column that refers to one usually follows. */
  tableRenames?: readonly { from: string; to: string }[]
}

/** A key for a pair that no choice of names can forge. */
export function pairKey(pair: PairName): string {
  return JSON.stringify([pair.schema, pair.table, pair.from, pair.to])
}
