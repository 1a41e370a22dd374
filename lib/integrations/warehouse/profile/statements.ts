import { isComparable, isMeasurable } from '@/lib/capabilities/quality/domain/profile/value-kind'
import { MASK_LENGTH_MAX } from '../dialects/mask-steps'
import type { HashSlice, SqlDialect } from '../dialects/sql-dialect'
import { wholeNumber } from '../dialects/sql-dialect'
import { comparableOf, type MeasuredColumn, numberOf, textOf } from './measured-column'

/** Longer values are cut for people. */
export const SHOWN_CHARACTERS_MAX = 200
/** Values longer than this are not told apart by value. */
export const COMPARED_BYTES_MAX = 1_024

/** Per column: values, distinct values, and for texts the longest in bytes; values beyond COMPARED_BYTES_MAX are not compared. */
export function scoutSql(dialect: SqlDialect, columns: readonly MeasuredColumn[], source: string): string {
  const parts = columns.flatMap((column) => {
    const { position: p, sql, kind } = column
    const compared =
      kind === 'text'
        ? `CASE WHEN ${dialect.bytes(column)} <= ${COMPARED_BYTES_MAX} THEN ${comparableOf(dialect, column)} END`
        : sql
    return [
      `COUNT(${sql}) AS ${dialect.quote(`c${p}_present`)}`,
      ...(isComparable(kind) ? [`COUNT(DISTINCT ${compared}) AS ${dialect.quote(`c${p}_distinct`)}`] : []),
      ...(kind === 'text' ? [`MAX(${dialect.bytes(column)}) AS ${dialect.quote(`c${p}_bytes`)}`] : []),
    ]
  })
  return `SELECT ${[`COUNT(*) AS ${dialect.quote('rows')}`, ...parts].join(',\n  ')}\nFROM ${source}`
}

/** Values at the asked shares, for numbers and moments. */
export function quantilesSql(
  dialect: SqlDialect,
  columns: readonly MeasuredColumn[],
  points: readonly number[],
  source: string,
): string {
  const parts = columns.map(
    (column) => `${dialect.quantiles(numberOf(dialect, column), points)} AS ${dialect.quote(`c${column.position}`)}`,
  )
  return `SELECT ${parts.join(',\n  ')}\nFROM ${source}`
}

/**
 * The most frequent values of each column with their rows, how many values were seen, and how many of them once and twice. One scan with one
 * small hash table a column. Of a sensitive column only the rows.
 */
export function topValuesSql(
  dialect: SqlDialect,
  columns: readonly MeasuredColumn[],
  source: string,
  { bits, limitMax }: { bits: number; limitMax: number },
): string {
  const { quote } = dialect
  const name = ({ position }: MeasuredColumn) => quote(`c${position}`)
  const inner = columns.map((column) => {
    const value = comparableOf(dialect, column)
    const kept =
      column.kind === 'text' ? `CASE WHEN ${dialect.bytes(column)} <= ${COMPARED_BYTES_MAX} THEN ${value} END` : value
    return `${kept} AS ${name(column)}`
  })
  const choose = (what: (column: MeasuredColumn) => string | null) =>
    `CASE ${columns.map((column) => `WHEN GROUPING(${name(column)}) = 0 THEN ${what(column) ?? 'NULL'}`).join(' ')} END`
  const hashEnd = dialect.hashEnd
  const end = hashEnd === null ? null : choose((column) => hashEnd({ ...column, sql: name(column) }, bits))
  const shown = choose((column) =>
    column.isSensitive ? `''` : dialect.firstCharacters(dialect.text(name(column)), SHOWN_CHARACTERS_MAX),
  )
  const present = choose((column) => `CASE WHEN ${name(column)} IS NOT NULL THEN ${wholeNumber(column.position)} END`)
  const [position, value, ending, rows] = ['position', 'value', 'ending', 'rows'].map(quote)
  const part = `PARTITION BY ${position}`
  return `SELECT * FROM (
  SELECT ${position}, ${value}, ${ending}, ${rows}, ROW_NUMBER() OVER (${part} ORDER BY ${rows} DESC, ${value}) AS ${quote('place')},
    COUNT(*) OVER (${part}) AS ${quote('seen')}, COUNT(CASE WHEN ${rows} = 1 THEN 1 END) OVER (${part}) AS ${quote('once')},
    COUNT(CASE WHEN ${rows} = 2 THEN 1 END) OVER (${part}) AS ${quote('twice')}, SUM(${rows}) OVER (${part}) AS ${quote('out_of')}
  FROM (
    SELECT ${present} AS ${position}, ${shown} AS ${value}, ${end ?? 'NULL'} AS ${ending}, COUNT(*) AS ${rows}
    FROM (SELECT ${inner.join(', ')} FROM ${source}) AS ${quote('chosen')}
    GROUP BY GROUPING SETS (${columns.map((column) => `(${name(column)})`).join(', ')})
  ) AS ${quote('counted')} WHERE ${position} IS NOT NULL
) AS ${quote('ranked')} WHERE ${quote('place')} <= ${wholeNumber(limitMax)}`
}

/** The forms of texts with their rows. */
export function masksSql(
  dialect: SqlDialect,
  columns: readonly MeasuredColumn[],
  source: string,
  limitMax: number,
): string {
  const { quote } = dialect
  const name = ({ position }: MeasuredColumn) => quote(`c${position}`)
  const masks = columns.map((column) => `${dialect.mask(textOf(dialect, column))} AS ${name(column)}`)
  const choose = (what: (column: MeasuredColumn) => string) =>
    `CASE ${columns.map((column) => `WHEN GROUPING(${name(column)}) = 0 THEN ${what(column)}`).join(' ')} END`
  const [position, mask, rows] = ['position', 'mask', 'rows'].map(quote)
  return `SELECT * FROM (
  SELECT ${position}, ${mask}, ${rows}, ROW_NUMBER() OVER (PARTITION BY ${position} ORDER BY ${rows} DESC, ${mask}) AS ${quote('place')},
    SUM(${rows}) OVER (PARTITION BY ${position}) AS ${quote('out_of')}
  FROM (
    SELECT ${choose(({ position: p }) => wholeNumber(p))} AS ${position}, ${choose((column) => dialect.firstCharacters(name(column), MASK_LENGTH_MAX))} AS ${mask}, COUNT(*) AS ${rows}
    FROM (SELECT ${masks.join(', ')} FROM ${source}) AS ${quote('formed')}
    GROUP BY GROUPING SETS (${columns.map((column) => `(${name(column)})`).join(', ')})
  ) AS ${quote('counted')} WHERE ${mask} IS NOT NULL
) AS ${quote('ranked')} WHERE ${quote('place')} <= ${wholeNumber(limitMax)}`
}

/** Rows beyond the first of each key, all rows or one part of the keys by hash. Keys with a null are left out: no engine compares them. */
export function keyDuplicatesSql(
  dialect: SqlDialect,
  columns: readonly MeasuredColumn[],
  source: string,
  bits: number,
): string {
  const conditions = columns.map(({ sql }) => `${sql} IS NOT NULL`)
  if (bits > 0 && dialect.keySlice !== null) conditions.push(dialect.keySlice(columns, bits))
  const joint = / WHERE /.test(source) ? 'AND' : 'WHERE'
  const rows = dialect.quote('rows')
  return `SELECT COALESCE(SUM(${rows} - 1), 0) AS ${dialect.quote('duplicates')} FROM (
  SELECT COUNT(*) AS ${rows} FROM ${source} ${joint} ${conditions.join(' AND ')}
  GROUP BY ${columns.map(({ sql }) => sql).join(', ')} HAVING COUNT(*) > 1
) AS ${dialect.quote('repeated')}`
}

export function hasQuantiles(column: MeasuredColumn): boolean {
  return isMeasurable(column.kind) && !column.isSensitive
}

export function hasTopValues(column: MeasuredColumn): boolean {
  return isComparable(column.kind) && !column.isLong
}

export type SliceOf = (column: MeasuredColumn) => HashSlice | null
