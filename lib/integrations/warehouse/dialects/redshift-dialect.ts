import { cumulativeBins } from './cumulative-bins'
import { ASCII_FROM, ASCII_TO, MASK_LENGTH_MAX, maskBy } from './mask-steps'
import { quoteWith } from './quote-with'
import { floatNumber, type SqlDialect, wholeNumber } from './sql-dialect'

const quote = quoteWith('"')

/** Amazon Redshift. */
export const redshiftDialect: SqlDialect = {
  engine: 'redshift',
  quote,
  table: ({ schema, table }) => `${quote(schema)}.${quote(table)}`,
  // No TABLESAMPLE, and no draw that can be repeated: the seed is not used.
  sampled: (table, percent) => `(SELECT * FROM ${table} WHERE RANDOM() < ${floatNumber(percent / 100)}) AS part`,
  parameter: (position) => `$${position}`,
  instant: (at) => `'${at.toISOString()}'::timestamptz`,
  text: (sql) => `${sql}::varchar`,
  number: (sql) => `${sql}::float8`,
  seconds: ({ sql }) => `date_part('epoch', ${sql})::float8`,
  finite: (number) =>
    `CASE WHEN ${number} BETWEEN -1.7976931348623157e308 AND 1.7976931348623157e308 THEN ${number} END`,
  isNan: (number) => `${number} = 'NaN'`,
  isInfinite: (number, sign) => `${number} = '${sign < 0 ? '-' : ''}Infinity'`,
  characters: (text) => `char_length(${text})`,
  bytes: ({ sql, kind }) =>
    kind === 'document'
      ? `octet_length(json_serialize(${sql}))`
      : kind === 'binary'
        ? `octet_length(${sql})`
        : `octet_length(${sql}::varchar)`,
  firstCharacters: (text, length) => `left(${text}, ${wholeNumber(length)})`,
  extremeText: (which, text) => `${which}(${text})`,
  deviation: (number) => `stddev_samp(${number})`,
  quantiles: (number, points) =>
    `array(${points.map((point) => `APPROXIMATE PERCENTILE_DISC(${floatNumber(point)}) WITHIN GROUP (ORDER BY ${number})`).join(', ')})`,
  mask: (text) =>
    maskBy(
      `left(${text}, ${MASK_LENGTH_MAX})`,
      (sql) => `translate(${sql}, '${ASCII_FROM}', '${ASCII_TO}')`,
      (sql, pattern, by) => `regexp_replace(${sql}, '${pattern}', '${by}')`,
    ),
  matches: (text, pattern) => `${text} ~ ${pattern}`,
  hashEnd: null,
  distinctSketch: ({ sql }) => `APPROXIMATE COUNT(DISTINCT ${sql})`,
  distinctResult: (alias) => alias,
  // Documented: relative error about 2 %.
  distinctMethod: { method: 'engine', relativeError: 0.02 },
  binCounts: (columns, source) => cumulativeBins(columns, source, quote),
  keySlice: (columns, bits) =>
    `(${columns.map(({ sql }) => `coalesce(farmfingerprint64(${sql}::varchar), 0)`).join(' # ')}) & ${wholeNumber(2 ** bits - 1)} = 0`,
}
