import type { WarehouseTable } from '../port'
import { quoteIdentifier } from './quote-identifier'

/** Longer values add nothing to a classification and may be whole documents. */
export const VALUE_LENGTH_MAX = 200
/** Written by the sync into every table it owns; the only order in which a row is known to be new. */
const SYNCED_COLUMN = '_fivetran_synced'

/** The catalogue, not the view of the standard: it spells types with their length and lists tables whatever this user may read. */
export const readColumnsSql = `
  SELECT n.nspname AS "schema", c.relname AS "table", a.attname AS "column",
         format_type(a.atttypid, a.atttypmod) AS "typeSpelling", NOT a.attnotnull AS "nullable"
  FROM pg_attribute a
  JOIN pg_class c ON c.oid = a.attrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = ANY($1::text[]) AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
  ORDER BY n.nspname, c.relname, a.attname`

/** Columns of one table in their order, and whether this user may read them. */
export const readTableColumnsSql = `
  SELECT a.attname AS "column", format_type(a.atttypid, a.atttypmod) AS "typeSpelling",
         has_column_privilege(c.oid, a.attnum, 'SELECT') AS "isReadable"
  FROM pg_attribute a
  JOIN pg_class c ON c.oid = a.attrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = $1 AND c.relname = $2 AND a.attnum > 0 AND NOT a.attisdropped
  ORDER BY a.attnum`

/** Base tables with the planner's estimate of their rows; a table that was never analysed has none. */
export const listTablesSql = `
  SELECT n.nspname AS "schema", c.relname AS "table", NULLIF(c.reltuples, -1)::float8 AS "rowEstimate"
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = ANY($1::text[]) AND c.relkind IN ('r', 'p')
  ORDER BY n.nspname, c.relname`

/** Whether rows of a table can be ordered by newness. */
export const hasSyncedColumnSql = `
  SELECT EXISTS (
    SELECT 1 FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2 AND column_name = '${SYNCED_COLUMN}'
  ) AS "isOrdered"`

/** Up to $1 non-null values of one column. */
export function sampleValuesSql(table: WarehouseTable, column: string, isOrdered: boolean): string {
  const name = quoteIdentifier(column)
  return `SELECT left(${name}::text, ${VALUE_LENGTH_MAX}) AS "value" FROM ${quoteTable(table)}
    WHERE ${name} IS NOT NULL ${newestFirst(isOrdered)} LIMIT $1`
}

/** Rows, and the non-null values of each column under its position. */
export function countNullsSql(table: WarehouseTable, columns: string[]): string {
  const counts = columns.map((column, position) => `count(${quoteIdentifier(column)}) AS "present${position}"`)
  return `SELECT ${['count(*) AS "rows"', ...counts].join(', ')} FROM ${quoteTable(table)}`
}

/** Among the newest $1 rows that have both values: how many agree in letters and digits. Values without any are no agreement. */
export function countEqualValuesSql(table: WarehouseTable, one: string, other: string, isOrdered: boolean): string {
  const [left, right] = [quoteIdentifier(one), quoteIdentifier(other)]
  return `SELECT count(*) AS "compared", count(*) FILTER (WHERE "left" = "right" AND "left" <> '') AS "equal"
    FROM (
      SELECT ${lettersAndDigits(left)} AS "left", ${lettersAndDigits(right)} AS "right" FROM ${quoteTable(table)}
      WHERE ${left} IS NOT NULL AND ${right} IS NOT NULL ${newestFirst(isOrdered)} LIMIT $1
    ) AS pairs`
}

/** Up to $2 rows whose column is $1, each named column as text under its own name. */
export function readRowsSql(table: WarehouseTable, columns: string[], column: string): string {
  const names = columns.map((name) => `${quoteIdentifier(name)}::text AS ${quoteIdentifier(name)}`)
  return `SELECT ${names.join(', ')} FROM ${quoteTable(table)} WHERE ${quoteIdentifier(column)} = $1 LIMIT $2`
}

function lettersAndDigits(name: string): string {
  return `lower(regexp_replace(${name}::text, '[^[:alnum:]]+', '', 'g'))`
}

function newestFirst(isOrdered: boolean): string {
  return isOrdered ? `ORDER BY ${quoteIdentifier(SYNCED_COLUMN)} DESC NULLS LAST` : ''
}

function quoteTable({ schema, table }: WarehouseTable): string {
  return `${quoteIdentifier(schema)}.${quoteIdentifier(table)}`
}
