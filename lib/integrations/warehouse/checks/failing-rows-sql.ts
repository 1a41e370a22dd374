import type { SqlDialect } from '../dialects/sql-dialect'
import { wholeNumber } from '../dialects/sql-dialect'
import type { WarehouseTable } from '../port'
import type { RowCondition } from './row-condition'

export interface BoundStatement {
  sql: string
  parameters: (string | number)[]
}

/** Longer values are cut: a sample is looked at, not exported. */
const SHOWN_CHARACTERS_MAX = 200
/** More failing rows say nothing that these do not. */
export const FAILING_ROWS_MAX = 100

/** Rows of a table and how many of them fail. Refuses an empty list of key columns and more than 1,000 accepted values. */
export function countFailingSql(dialect: SqlDialect, table: WarehouseTable, condition: RowCondition): BoundStatement {
  const parameters: (string | number)[] = []
  const { from, fails } = failing(dialect, table, condition, parameters)
  const [rows, count] = [dialect.quote('rows'), dialect.quote('failing')]
  return {
    sql: `SELECT COUNT(*) AS ${rows}, COUNT(CASE WHEN ${fails} THEN 1 END) AS ${count} FROM ${from}`,
    parameters,
  }
}

/** Some failing rows, each named column as text under its position. */
export function sampleFailingSql(
  dialect: SqlDialect,
  table: WarehouseTable,
  condition: RowCondition,
  { columns, limitMax }: { columns: readonly string[]; limitMax: number },
): BoundStatement {
  const parameters: (string | number)[] = []
  const { from, fails } = failing(dialect, table, condition, parameters)
  const shown = columns.map(
    (column, position) =>
      `${dialect.firstCharacters(dialect.text(`t.${dialect.quote(column)}`), SHOWN_CHARACTERS_MAX)} AS ${dialect.quote(`c${position}`)}`,
  )
  const limit = wholeNumber(Math.min(Math.max(1, limitMax), FAILING_ROWS_MAX))
  return {
    sql: `SELECT ${shown.length === 0 ? '1' : shown.join(', ')} FROM ${from} WHERE ${fails} LIMIT ${limit}`,
    parameters,
  }
}

function failing(dialect: SqlDialect, table: WarehouseTable, condition: RowCondition, parameters: (string | number)[]) {
  const bind = (value: string | number) => {
    parameters.push(value)
    return dialect.parameter(parameters.length)
  }
  const from = `${dialect.table(table)} AS t`
  const name = (column: string) => `t.${dialect.quote(column)}`
  const outside = (number: string, min: number | null, max: number | null) => {
    const parts = [
      ...(min === null ? [] : [`${number} < ${bindNumber(min)}`]),
      ...(max === null ? [] : [`${number} > ${bindNumber(max)}`]),
    ]
    return parts.length === 0 ? '1 = 0' : parts.join(' OR ')
  }
  const bindNumber = (value: number) => dialect.number(bind(value))
  switch (condition.kind) {
    case 'is-null':
      return { from, fails: `${name(condition.column)} IS NULL` }
    case 'not-among': {
      if (condition.values.length > 1_000) throw new RangeError('At most 1,000 accepted values')
      const text = dialect.text(name(condition.column))
      const values = condition.values.map(bind)
      return { from, fails: values.length === 0 ? `${text} IS NOT NULL` : `${text} NOT IN (${values.join(', ')})` }
    }
    case 'outside-range':
      return { from, fails: `(${outside(dialect.number(name(condition.column)), condition.min, condition.max)})` }
    case 'length-outside':
      return {
        from,
        fails: `(${outside(dialect.characters(dialect.text(name(condition.column))), condition.min, condition.max)})`,
      }
    case 'not-matching': {
      const text = dialect.text(name(condition.column))
      return { from, fails: `(${text} IS NOT NULL AND NOT (${dialect.matches(text, bind(condition.pattern))}))` }
    }
    case 'repeated': {
      if (condition.columns.length === 0) throw new RangeError('A key needs a column')
      const key = condition.columns.map((column) => dialect.quote(column)).join(', ')
      const count = dialect.quote('headgate_count')
      const whole = condition.columns.map((column) => `${dialect.quote(column)} IS NOT NULL`).join(' AND ')
      return {
        from: `(SELECT *, CASE WHEN ${whole} THEN COUNT(*) OVER (PARTITION BY ${key}) END AS ${count} FROM ${dialect.table(table)}) AS t`,
        fails: `t.${count} > 1`,
      }
    }
    case 'without-parent': {
      const { parent } = condition
      const parents = `SELECT 1 FROM ${dialect.table(parent)} AS p WHERE p.${dialect.quote(parent.column)} = ${name(condition.column)}`
      return { from, fails: `(${name(condition.column)} IS NOT NULL AND NOT EXISTS (${parents}))` }
    }
  }
}
