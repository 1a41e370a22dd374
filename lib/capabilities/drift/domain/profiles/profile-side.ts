import type { ProfiledColumn } from '../column/histogram-from-profile'

/** A column as a measurement knows it, in as much as two measurements can be laid side by side. */
export interface ComparableColumn extends ProfiledColumn {
  column: string
  kind: 'number' | 'moment' | 'flag' | 'text' | 'document' | 'binary' | 'other'
  isSensitive: boolean
  topValues: { values: readonly { value: string; rows: number }[]; outOf: number; isSampled: boolean } | null
  quantiles: { points: readonly (readonly [number, number])[] } | null
}

/** One measurement of a table. */
export interface ProfileSide {
  rows: number
  keyColumns: readonly string[]
  columns: readonly ComparableColumn[]
}
