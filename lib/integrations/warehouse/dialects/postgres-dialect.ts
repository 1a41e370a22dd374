import { ASCII_FROM, ASCII_TO, MASK_LENGTH_MAX, maskBy } from './mask-steps'
import { quoteWith } from './quote-with'
import { floatNumber, type SqlDialect, type TypedColumn, wholeNumber } from './sql-dialect'

const quote = quoteWith('"')
const GREATEST = '1.7976931348623157e308'

/** PostgreSQL 15 and newer. */
export const postgresDialect: SqlDialect = {
  engine: 'postgres',
  quote,
  table: ({ schema, table }) => `${quote(schema)}.${quote(table)}`,
  sampled: (table, percent, seed) =>
    `${table} TABLESAMPLE BERNOULLI (${floatNumber(percent)}) REPEATABLE (${wholeNumber(seed)})`,
  parameter: (position) => `$${position}`,
  instant: (at) => `TIMESTAMPTZ '${at.toISOString()}'`,
  text: (sql) => `${sql}::text`,
  number: (sql) => `${sql}::float8`,
  // date_part yields floating point; extract yields numeric, which costs five times as much.
  seconds: ({ sql }) => `date_part('epoch', ${sql})`,
  // Comparing puts NaN above every number.
  finite: (number) => `CASE WHEN ${number} BETWEEN -${GREATEST} AND ${GREATEST} THEN ${number} END`,
  isNan: (number) => `${number} = 'NaN'`,
  isInfinite: (number, sign) => `${number} = '${sign < 0 ? '-' : ''}Infinity'`,
  characters: (text) => `char_length(${text})`,
  // The length of text and bytes is known without fetching a large value.
  bytes: ({ sql, kind, typeSpelling }) =>
    kind === 'binary' || /^(text|character)/.test(typeSpelling) ? `octet_length(${sql})` : `octet_length(${sql}::text)`,
  firstCharacters: (text, length) => `left(${text}, ${wholeNumber(length)})`,
  extremeText: (which, text) => `${which}(${text} COLLATE "C")`,
  deviation: (number) => `stddev_samp(${number})`,
  quantiles: (number, points) =>
    `percentile_disc(ARRAY[${points.map(floatNumber).join(', ')}]::float8[]) WITHIN GROUP (ORDER BY ${number})`,
  mask: (text) =>
    maskBy(
      `left(${text}, ${MASK_LENGTH_MAX}) COLLATE "C"`,
      (sql) => `translate(${sql}, '${ASCII_FROM}', '${ASCII_TO}')`,
      (sql, pattern, by) => `regexp_replace(${sql}, '${pattern}', '${by}', 'g')`,
    ),
  matches: (text, pattern) => `${text} ~ ${pattern}`,
  hashEnd: (column, bits) => `(${hash(column)} & ${wholeNumber(2 ** bits - 1)})`,
  // array_agg of whole numbers runs in parallel workers where count(DISTINCT …) does not.
  distinctSketch: (column, { bits, residue }) =>
    bits === 0
      ? `array_agg(${hash(column)}) FILTER (WHERE ${column.sql} IS NOT NULL)`
      : `array_agg(${hash(column)}) FILTER (WHERE ${hash(column)} & ${wholeNumber(2 ** bits - 1)} = ${wholeNumber(residue)})`,
  distinctResult: (alias) => `(SELECT count(DISTINCT kept) FROM unnest(${alias}) AS kept)`,
  distinctMethod: { method: 'sketch' },
  binCounts: (columns, source) => {
    // One code for column and bin, so that one scan and one small hash table count all of them.
    const stride = Math.max(1, ...columns.map(({ edges }) => edges.length + 1))
    const codes = columns.map(
      ({ number, edges }, position) =>
        `${wholeNumber(position * stride)} + width_bucket(${number}, '{${edges.map(floatNumber).join(',')}}'::float8[])`,
    )
    return {
      sql: `SELECT code AS "code", count(*) AS "rows"
FROM (SELECT unnest(ARRAY[${codes.join(', ')}]) AS code FROM ${source}) AS coded
WHERE code IS NOT NULL GROUP BY code`,
      read: (rows) => {
        const counts = columns.map(({ edges }) => Array.from({ length: edges.length + 1 }, () => 0))
        for (const row of rows) {
          const code = Number(row.code)
          const bins = counts[Math.floor(code / stride)]
          if (bins) bins[code % stride] = Number(row.rows)
        }
        return counts
      },
    }
  },
  keySlice: (columns, bits) =>
    `(${columns.map((column) => `coalesce(${hash(column)}, 0)`).join(' # ')}) & ${wholeNumber(2 ** bits - 1)} = 0`,
}

/** The engine's own hash functions by type: writing a number as text first would cost more than all the rest. */
function hash({ sql, kind, typeSpelling }: TypedColumn): string {
  if (kind === 'moment') return `hashfloat8extended(date_part('epoch', ${sql}), 0)`
  if (/^(small|big)?int/.test(typeSpelling)) return `hashint8extended(${sql}::bigint, 0)`
  if (/^numeric/.test(typeSpelling)) return `hash_numeric_extended(${sql}, 0)`
  if (/^(real|double)/.test(typeSpelling)) return `hashfloat8extended(${sql}::float8, 0)`
  return `hashtextextended(${sql}::text, 0)`
}
