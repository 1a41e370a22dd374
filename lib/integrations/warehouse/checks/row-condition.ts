import type { WarehouseTable } from '../port'

/**
 * What a failing row is: a closed union, so that a check is a choice of ours and its values are bound parameters. Null fails `is-null` only;
 * every other condition is about values that are there.
 */
export type RowCondition =
  | { kind: 'is-null'; column: string }
  | { kind: 'not-among'; column: string; values: readonly string[] }
  | { kind: 'outside-range'; column: string; min: number | null; max: number | null }
  /** A regular expression of the engine's own dialect; the statement time-out bounds a hostile one. */
  | { kind: 'not-matching'; column: string; pattern: string }
  | { kind: 'length-outside'; column: string; min: number | null; max: number | null }
  /** Every row of a key that more than one row has. */
  | { kind: 'repeated'; columns: readonly string[] }
  | { kind: 'without-parent'; column: string; parent: WarehouseTable & { column: string } }
