import { ASCII_FROM, ASCII_TO, MASK_LENGTH_MAX, maskBy } from './mask-steps'
import { quoteWith } from './quote-with'
import { floatNumber, type SqlDialect, wholeNumber } from './sql-dialect'

const quote = quoteWith('"')

/** DuckDB 1.2 and newer. */
export const duckdbDialect: SqlDialect = {
  engine: 'duckdb',
  quote,
  table: ({ schema, table }) => `${quote(schema)}.${quote(table)}`,
  // Without the word, a percentage picks whole blocks of rows.
  sampled: (table, percent, seed) =>
    `${table} TABLESAMPLE bernoulli(${floatNumber(percent)} PERCENT) REPEATABLE (${wholeNumber(seed)})`,
  parameter: (position) => `$${position}`,
  instant: (at) => `TIMESTAMPTZ '${at.toISOString()}'`,
  text: (sql) => `CAST(${sql} AS VARCHAR)`,
  number: (sql) => `CAST(${sql} AS DOUBLE)`,
  seconds: ({ sql }) => `epoch(${sql})`,
  finite: (number) => `CASE WHEN isfinite(${number}) THEN ${number} END`,
  isNan: (number) => `isnan(${number})`,
  isInfinite: (number, sign) => `${number} = '${sign < 0 ? '-' : ''}Infinity'::DOUBLE`,
  characters: (text) => `length(${text})`,
  bytes: ({ sql, kind, typeSpelling }) =>
    kind === 'binary'
      ? `octet_length(${sql})`
      : /^varchar/i.test(typeSpelling)
        ? `strlen(${sql})`
        : `strlen(CAST(${sql} AS VARCHAR))`,
  firstCharacters: (text, length) => `left(${text}, ${wholeNumber(length)})`,
  extremeText: (which, text) => `${which}(${text})`,
  deviation: (number) => `stddev_samp(${number})`,
  quantiles: (number, points) => `quantile_disc(${number}, [${points.map(floatNumber).join(', ')}])`,
  mask: (text) =>
    maskBy(
      `left(${text}, ${MASK_LENGTH_MAX})`,
      (sql) => `translate(${sql}, '${ASCII_FROM}', '${ASCII_TO}')`,
      (sql, pattern, by) => `regexp_replace(${sql}, '${pattern}', '${by}', 'g')`,
    ),
  matches: (text, pattern) => `regexp_matches(${text}, ${pattern})`,
  hashEnd: ({ sql }, bits) => `(hash(${sql}) & ${wholeNumber(2 ** bits - 1)})`,
  distinctSketch: ({ sql }, { bits, residue }) =>
    bits === 0
      ? `count(DISTINCT ${sql})`
      : `count(DISTINCT CASE WHEN hash(${sql}) & ${wholeNumber(2 ** bits - 1)} = ${wholeNumber(residue)} THEN ${sql} END)`,
  distinctResult: (alias) => alias,
  distinctMethod: { method: 'sketch' },
  binCounts: (columns, source) => {
    // histogram() counts values at or below an edge; of the negated values that is at or above, which is how our bins close.
    const maps = columns.map(
      ({ number, edges }, position) =>
        `map_values(histogram(-(${number}), [${edges
          .map((edge) => floatNumber(-edge))
          .reverse()
          .join(', ')}]::DOUBLE[])) AS ${quote(`b${position}`)}, count(${number}) AS ${quote(`n${position}`)}`,
    )
    return {
      sql: `SELECT ${maps.join(', ')} FROM ${source}`,
      read: ([row]) =>
        columns.map(({ edges }, position) => {
          // The rest below every edge gets an entry of its own, or none when nothing is there.
          const above = ((row?.[`b${position}`] ?? []) as unknown[]).slice(0, edges.length).map(Number)
          const all = Number(row?.[`n${position}`])
          const upper = edges.map((_, index) => above[index] ?? 0).reverse()
          return [all - upper.reduce((sum, count) => sum + count, 0), ...upper]
        }),
    }
  },
  keySlice: null,
}
