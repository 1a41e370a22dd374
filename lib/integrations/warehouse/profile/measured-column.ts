import type { SqlDialect, TypedColumn } from '../dialects/sql-dialect'

/** A column on its way through the statements; `position` names it in aliases, since names may be anything. */
export interface MeasuredColumn extends TypedColumn {
  position: number
  name: string
  isSensitive: boolean
  /** Found to hold NaN or infinity: numbers are taken from finite values only. */
  isGuarded: boolean
  /** Values are so long that telling them apart would carry them all around. */
  isLong: boolean
}

/** A floating point expression of a number or a moment. */
export function numberOf(dialect: SqlDialect, column: MeasuredColumn): string {
  const number = column.kind === 'moment' ? dialect.seconds(column) : dialect.number(column.sql)
  return column.isGuarded ? dialect.finite(number) : number
}

/** The value itself where the engine can compare it, else its text: some types of text have no order or hash of their own. */
export function comparableOf(dialect: SqlDialect, column: MeasuredColumn): string {
  const isPlainText = /^(text|character|varchar|string)/i.test(column.typeSpelling)
  return column.kind === 'text' && !isPlainText ? dialect.text(column.sql) : column.sql
}

export function textOf(dialect: SqlDialect, column: MeasuredColumn): string {
  return /^(text|character varying|varchar|string)/i.test(column.typeSpelling) ? column.sql : dialect.text(column.sql)
}

/** What follows FROM: all rows, the sample, or either of only what was synced since. */
export function sourceOf(
  dialect: SqlDialect,
  table: string,
  { syncedColumn, syncedAfter }: { syncedColumn: string; syncedAfter: Date | null },
  sample: { percent: number; seed: number } | null,
): string {
  const rows = sample === null ? table : dialect.sampled(table, sample.percent, sample.seed)
  return syncedAfter === null ? rows : `${rows} WHERE ${dialect.quote(syncedColumn)} > ${dialect.instant(syncedAfter)}`
}
