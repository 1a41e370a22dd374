import { isMeasurable } from '@/lib/capabilities/quality/domain/profile/value-kind'
import type { SqlDialect } from '../dialects/sql-dialect'
import { comparableOf, type MeasuredColumn, numberOf, textOf } from './measured-column'
import { SHOWN_CHARACTERS_MAX, type SliceOf } from './statements'

/** What a table tells besides its columns, by quoted names of columns it has. */
export interface RowFacts {
  syncedColumn: string | null
  deletedColumn: string | null
}

/**
 * The one pass over all rows: rows, nulls, extremes, mean, deviation, lengths, and the distinct sketch of the columns `sliceOf` names. Of a
 * guarded column the numbers are those of finite values, and the others are counted.
 */
export function aggregatesSql(
  dialect: SqlDialect,
  columns: readonly MeasuredColumn[],
  source: string,
  { syncedColumn, deletedColumn }: RowFacts,
  sliceOf: SliceOf,
): string {
  const { quote } = dialect
  const outer: string[] = []
  const inner: string[] = []
  const add = (alias: string, sql: string, read: (alias: string) => string = (name) => name) => {
    inner.push(`${sql} AS ${quote(alias)}`)
    outer.push(`${read(quote(alias))} AS ${quote(alias)}`)
  }
  add('rows', 'COUNT(*)')
  if (syncedColumn !== null)
    add('synced', `MAX(${dialect.seconds({ sql: syncedColumn, typeSpelling: 'timestamp', kind: 'moment' })})`)
  if (deletedColumn !== null) add('deleted', `COUNT(CASE WHEN ${deletedColumn} THEN 1 END)`)
  for (const column of columns) {
    const alias = (part: string) => `c${column.position}_${part}`
    for (const [part, sql] of aggregatesOf(dialect, column)) add(alias(part), sql)
    const slice = sliceOf(column)
    if (slice !== null) {
      const sketch = dialect.distinctSketch({ ...column, sql: comparableOf(dialect, column) }, slice)
      add(alias('kept'), sketch, dialect.distinctResult)
    }
  }
  return `SELECT ${outer.join(', ')}\nFROM (SELECT ${inner.join(',\n  ')}\nFROM ${source}) AS ${quote('measured')}`
}

/** Only the values there are, for a column of which the engine can aggregate nothing else. */
export function presentSql(dialect: SqlDialect, { sql, position }: MeasuredColumn, source: string): string {
  return `SELECT COUNT(*) AS ${dialect.quote('rows')}, COUNT(${sql}) AS ${dialect.quote(`c${position}_present`)} FROM ${source}`
}

function aggregatesOf(dialect: SqlDialect, column: MeasuredColumn): [part: string, sql: string][] {
  const { kind, sql, isSensitive } = column
  const parts: [string, string][] = [['present', `COUNT(${sql})`]]
  if (isMeasurable(kind) && !isSensitive) {
    const number = numberOf(dialect, column)
    // Guarded extremes are those of finite values; the others are spelled by the engine, to the last digit.
    const value = column.isGuarded ? number : sql
    parts.push(['min', dialect.text(`MIN(${value})`)], ['max', dialect.text(`MAX(${value})`)])
    if (kind === 'number') parts.push(['mean', `AVG(${number})`], ['deviation', dialect.deviation(number)])
    if (column.isGuarded) {
      const raw = numberOf(dialect, { ...column, isGuarded: false })
      parts.push(
        ['nan', `COUNT(CASE WHEN ${dialect.isNan(raw)} THEN 1 END)`],
        ['above', `COUNT(CASE WHEN ${dialect.isInfinite(raw, 1)} THEN 1 END)`],
        ['below', `COUNT(CASE WHEN ${dialect.isInfinite(raw, -1)} THEN 1 END)`],
      )
    }
  }
  const text = textOf(dialect, column)
  if (kind === 'text' && !isSensitive) {
    for (const which of ['min', 'max'] as const) {
      parts.push([which, dialect.firstCharacters(dialect.extremeText(which, text), SHOWN_CHARACTERS_MAX)])
    }
  }
  if (kind === 'text' || kind === 'document' || kind === 'binary') {
    const length = kind === 'text' ? dialect.characters(text) : dialect.bytes(column)
    parts.push(['shortest', `MIN(${length})`], ['longest', `MAX(${length})`], ['length', `AVG(${length})`])
  }
  return parts
}
