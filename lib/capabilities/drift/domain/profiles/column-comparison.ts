import type { ColumnMeasure } from '../column/column-measure'

/** Shares of the rows with a value on both sides, per bin or category, for a drawing. */
export interface ShownBin {
  /** A category; null for a bin of numbers, and for all others, which has no bounds either. */
  label: string | null
  /** Bounds of a bin; null where it has no lower or upper end, and for a category. */
  low: number | null
  high: number | null
  baseline: number
  current: number
}

export interface ColumnComparison {
  column: string
  /** `counts`: only what counting without looking at values tells. */
  by: 'bins' | 'categories' | 'counts'
  isSensitive: boolean
  measure: ColumnMeasure
  /** Empty where no values may be shown or none were measured. */
  bins: ShownBin[]
}
