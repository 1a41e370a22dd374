import { type SqlDialect, wholeNumber } from '../dialects/sql-dialect'
import type { WarehouseTable } from '../port'
import { SYNCED_COLUMN } from '../profile/choose-columns'
import type { BoundStatement } from './statement-engine'

/** Longer values add nothing to a classification and may be whole documents. */
const VALUE_LENGTH_MAX = 200

/** Up to `limitMax` non-null values of one column as `value`, newest rows first where the table says which those are. */
export function sampleValuesSql(
  dialect: SqlDialect,
  table: WarehouseTable,
  column: string,
  { isOrdered, limitMax }: { isOrdered: boolean; limitMax: number },
): BoundStatement {
  const name = dialect.quote(column)
  const value = dialect.firstCharacters(dialect.text(name), VALUE_LENGTH_MAX)
  return {
    sql: `SELECT ${value} AS ${dialect.quote('value')} FROM ${dialect.table(table)}
WHERE ${name} IS NOT NULL${newestFirst(dialect, isOrdered)} LIMIT ${wholeNumber(limitMax)}`,
  }
}

/** Rows, and the non-null values of each column under its position. */
export function countNullsSql(dialect: SqlDialect, table: WarehouseTable, columns: readonly string[]): BoundStatement {
  const counts = columns.map(
    (column, position) => `COUNT(${dialect.quote(column)}) AS ${dialect.quote(`c${position}`)}`,
  )
  return {
    sql: `SELECT ${[`COUNT(*) AS ${dialect.quote('rows')}`, ...counts].join(', ')} FROM ${dialect.table(table)}`,
  }
}

/** Among the newest rows that have both values: how many agree in letters and digits. Values without any are no agreement. */
export function countEqualValuesSql(
  dialect: SqlDialect,
  table: WarehouseTable,
  [one, other]: readonly [string, string],
  lettersAndDigits: (text: string) => string,
  { isOrdered, limitMax }: { isOrdered: boolean; limitMax: number },
): BoundStatement {
  const [left, right] = [dialect.quote('one'), dialect.quote('other')]
  const plain = (column: string) => lettersAndDigits(dialect.text(dialect.quote(column)))
  return {
    sql: `SELECT COUNT(*) AS ${dialect.quote('compared')},
  COUNT(CASE WHEN ${left} = ${right} AND ${left} <> '' THEN 1 END) AS ${dialect.quote('equal')}
FROM (
  SELECT ${plain(one)} AS ${left}, ${plain(other)} AS ${right} FROM ${dialect.table(table)}
  WHERE ${dialect.quote(one)} IS NOT NULL AND ${dialect.quote(other)} IS NOT NULL${newestFirst(dialect, isOrdered)} LIMIT ${wholeNumber(limitMax)}
) AS ${dialect.quote('pairs')}`,
  }
}

/** Rows whose column is a text, each named column as text under its position. */
export function readRowsSql(
  dialect: SqlDialect,
  table: WarehouseTable,
  columns: readonly string[],
  { column, equals, limitMax }: { column: string; equals: string; limitMax: number },
): BoundStatement {
  const names = columns.map(
    (name, position) => `${dialect.text(dialect.quote(name))} AS ${dialect.quote(`c${position}`)}`,
  )
  return {
    sql: `SELECT ${names.join(', ')} FROM ${dialect.table(table)}
WHERE ${dialect.quote(column)} = ${dialect.parameter(1)} LIMIT ${wholeNumber(limitMax)}`,
    parameters: [equals],
  }
}

function newestFirst(dialect: SqlDialect, isOrdered: boolean): string {
  return isOrdered ? ` ORDER BY ${dialect.quote(SYNCED_COLUMN)} DESC NULLS LAST` : ''
}
