import { WarehouseObjectMissingError } from '../errors'
import { cumulativeBins } from './cumulative-bins'
import { ASCII_FROM, ASCII_TO, MASK_LENGTH_MAX, maskBy } from './mask-steps'
import { floatNumber, type SqlDialect, wholeNumber } from './sql-dialect'

/** Back-quoted names know no doubling: a back-quote or backslash within is written as an escape. */
function quote(name: string): string {
  if (name.includes('\0')) throw new WarehouseObjectMissingError('an object whose name contains a NUL character')
  return `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``
}

/** BigQuery, GoogleSQL. */
export const bigqueryDialect: SqlDialect = {
  engine: 'bigquery',
  quote,
  table: ({ schema, table }) => `${quote(schema)}.${quote(table)}`,
  // Its own sampling picks blocks and takes no seed: a draw for each row keeps rows independent, which the stated errors rest on.
  sampled: (table, percent) => `(SELECT * FROM ${table} WHERE RAND() < ${floatNumber(percent / 100)})`,
  parameter: () => '?',
  instant: (at) => `TIMESTAMP '${at.toISOString()}'`,
  text: (sql) => `CAST(${sql} AS STRING)`,
  number: (sql) => `CAST(${sql} AS FLOAT64)`,
  seconds: ({ sql }) => `UNIX_MICROS(CAST(${sql} AS TIMESTAMP)) / 1e6`,
  finite: (number) => `IF(IS_NAN(${number}) OR IS_INF(${number}), NULL, ${number})`,
  isNan: (number) => `IS_NAN(${number})`,
  isInfinite: (number, sign) => `${number} = CAST('${sign < 0 ? '-' : ''}inf' AS FLOAT64)`,
  characters: (text) => `CHAR_LENGTH(${text})`,
  bytes: ({ sql, kind }) =>
    kind === 'binary'
      ? `BYTE_LENGTH(${sql})`
      : kind === 'document'
        ? `BYTE_LENGTH(TO_JSON_STRING(${sql}))`
        : `BYTE_LENGTH(CAST(${sql} AS STRING))`,
  firstCharacters: (text, length) => `LEFT(${text}, ${wholeNumber(length)})`,
  extremeText: (which, text) => `${which.toUpperCase()}(${text})`,
  deviation: (number) => `STDDEV_SAMP(${number})`,
  quantiles: (number, points) =>
    `[${points.map((point) => `APPROX_QUANTILES(${number}, 100)[OFFSET(${wholeNumber(Math.round(point * 100))})]`).join(', ')}]`,
  mask: (text) =>
    maskBy(
      `LEFT(${text}, ${MASK_LENGTH_MAX})`,
      (sql) => `TRANSLATE(${sql}, '${ASCII_FROM}', '${ASCII_TO}')`,
      (sql, pattern, by) => `REGEXP_REPLACE(${sql}, r'${pattern}', '${by}')`,
    ),
  matches: (text, pattern) => `REGEXP_CONTAINS(${text}, ${pattern})`,
  hashEnd: null,
  distinctSketch: ({ sql }) => `APPROX_COUNT_DISTINCT(${sql})`,
  distinctResult: (alias) => alias,
  distinctMethod: { method: 'engine', relativeError: null },
  binCounts: (columns, source) => cumulativeBins(columns, source, quote),
  keySlice: (columns, bits) =>
    `FARM_FINGERPRINT(TO_JSON_STRING([${columns.map(({ sql }) => `CAST(${sql} AS STRING)`).join(', ')}])) & ${wholeNumber(2 ** bits - 1)} = 0`,
}
