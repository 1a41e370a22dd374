import type { ValueKind } from '@/lib/capabilities/quality/domain/profile/value-kind'
import type { Engine } from '@/lib/control-loop/snapshot/domain/logical-type'
import type { WarehouseTable } from '../port'

/** What a statement needs to know of a column. `sql` is its quoted name. */
export interface TypedColumn {
  sql: string
  typeSpelling: string
  kind: ValueKind
}

/** Which values a distinct sketch keeps: those whose hash ends in `residue` when written with `bits` bits. */
export interface HashSlice {
  bits: number
  residue: number
}

export interface BinnedColumn {
  /** A floating point expression; null values fall in no bin. */
  number: string
  edges: readonly number[]
}

export type Row = Readonly<Record<string, unknown>>

/**
 * How one engine spells what the templates are made of. Pure: each yields SQL text from quoted names, numbers and text of ours. Nothing here
 * may take text from outside but as a bound parameter.
 */
export interface SqlDialect {
  engine: Engine
  /** A name as a quoted identifier: the only way a name enters a statement. Refuses what no identifier of the engine can hold. */
  quote(name: string): string
  table(table: WarehouseTable): string
  /** The table in a FROM clause, or a random part of its rows. */
  sampled(table: string, percent: number, seed: number): string
  /** The nth bound parameter, from 1. */
  parameter(position: number): string
  instant(at: Date): string
  text(sql: string): string
  number(sql: string): string
  /** A moment as seconds since 1970 in UTC. */
  seconds(column: TypedColumn): string
  /** A floating point expression, null where it is not finite. */
  finite(number: string): string
  isNan(number: string): string
  isInfinite(number: string, sign: 1 | -1): string
  characters(text: string): string
  bytes(column: TypedColumn): string
  firstCharacters(text: string, length: number): string
  /** The least or greatest of texts, by code point where the engine lets one choose. */
  extremeText(which: 'min' | 'max', text: string): string
  deviation(number: string): string
  /** Values at shares of rows as one list: each the first value that at least that share of rows does not exceed. */
  quantiles(number: string, points: readonly number[]): string
  /** Form of a text: letters as A and a, digits as 9, other characters as they are when ASCII, else x. */
  mask(text: string): string
  matches(text: string, pattern: string): string
  /** A 64-bit hash of a value, ending in `bits` bits as a whole number; null where the engine's own estimate is used instead. */
  hashEnd: ((column: TypedColumn, bits: number) => string) | null
  /** Aggregate behind a distinct count, and how its result is read in an outer SELECT. */
  distinctSketch(column: TypedColumn, slice: HashSlice): string
  distinctResult(alias: string): string
  /** `sketch` keeps values by hash with an error we compute; `engine` is the engine's estimate with the error it documents (95 %). */
  distinctMethod: { method: 'sketch' } | { method: 'engine'; relativeError: number | null }
  /** Rows per bin of several columns in one scan of `source` (what follows FROM). */
  binCounts(
    columns: readonly BinnedColumn[],
    source: string,
  ): { sql: string; read: (rows: readonly Row[]) => number[][] }
  /** The row whose hash ends in `residue`, over several columns; null when duplicates are always counted on all rows. */
  keySlice: ((columns: readonly TypedColumn[], bits: number) => string) | null
}

/** A whole number of ours as SQL text; refuses anything else, so that no text can slip in as a number. */
export function wholeNumber(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number`)
  return String(value)
}

/** A finite number of ours as SQL text that every engine reads as floating point. */
export function floatNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not finite`)
  const text = String(value)
  return /[.e]/.test(text) ? text : `${text}.0`
}
