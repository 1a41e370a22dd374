import { cumulativeBins } from './cumulative-bins'
import { ASCII_FROM, ASCII_TO, MASK_LENGTH_MAX, maskBy } from './mask-steps'
import { quoteWith } from './quote-with'
import { floatNumber, type SqlDialect, wholeNumber } from './sql-dialect'

const quote = quoteWith('`')

/** Databricks SQL. */
export const databricksDialect: SqlDialect = {
  engine: 'databricks',
  quote,
  table: ({ schema, table }) => `${quote(schema)}.${quote(table)}`,
  sampled: (table, percent, seed) =>
    `${table} TABLESAMPLE (${floatNumber(percent)} PERCENT) REPEATABLE (${wholeNumber(seed)})`,
  parameter: () => '?',
  instant: (at) => `TIMESTAMP '${at.toISOString()}'`,
  text: (sql) => `CAST(${sql} AS STRING)`,
  number: (sql) => `CAST(${sql} AS DOUBLE)`,
  seconds: ({ sql }) => `unix_micros(CAST(${sql} AS TIMESTAMP)) / 1e6`,
  finite: (number) => `CASE WHEN NOT isnan(${number}) AND abs(${number}) <> double('Infinity') THEN ${number} END`,
  isNan: (number) => `isnan(${number})`,
  isInfinite: (number, sign) => `${number} = double('${sign < 0 ? '-' : ''}Infinity')`,
  characters: (text) => `char_length(${text})`,
  bytes: ({ sql, kind }) =>
    kind === 'binary'
      ? `octet_length(${sql})`
      : kind === 'document'
        ? `octet_length(to_json(${sql}))`
        : `octet_length(CAST(${sql} AS STRING))`,
  firstCharacters: (text, length) => `left(${text}, ${wholeNumber(length)})`,
  extremeText: (which, text) => `${which}(${text})`,
  deviation: (number) => `stddev_samp(${number})`,
  quantiles: (number, points) => `approx_percentile(${number}, array(${points.map(floatNumber).join(', ')}))`,
  mask: (text) =>
    maskBy(
      `left(${text}, ${MASK_LENGTH_MAX})`,
      (sql) => `translate(${sql}, '${ASCII_FROM}', '${ASCII_TO}')`,
      (sql, pattern, by) => `regexp_replace(${sql}, '${pattern}', '${by}')`,
    ),
  matches: (text, pattern) => `regexp_like(${text}, ${pattern})`,
  hashEnd: null,
  distinctSketch: ({ sql }) => `approx_count_distinct(${sql})`,
  distinctResult: (alias) => alias,
  // Documented: relative standard deviation 0.05 unless another is asked for.
  distinctMethod: { method: 'engine', relativeError: 1.96 * 0.05 },
  binCounts: (columns, source) => cumulativeBins(columns, source, quote),
  keySlice: (columns, bits) =>
    `(xxhash64(${columns.map(({ sql }) => sql).join(', ')}) & ${wholeNumber(2 ** bits - 1)}) = 0`,
}
