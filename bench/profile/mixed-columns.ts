export interface MixedColumn {
  name: string
  /** How each engine makes a value of it; `n` is the number of the row, from 1. */
  postgres: string
  duckdb: string
}

/**
 * 100 columns as connectors land them: 60 numbers (few values, many, skewed, decimals), 15 moments, 5 flags, 12 short vocabularies and 8
 * texts that hardly repeat. One in ten columns has nulls.
 */
export function mixedColumns(): MixedColumn[] {
  const both = (name: string, sql: string): MixedColumn => ({ name, postgres: sql, duckdb: sql })
  const columns = [
    both('id', 'n::bigint'),
    ...many(8, (k) => both(`small_${k}`, `floor(random() * ${5 + 40 * k})::int`)),
    ...many(11, (k) => both(`count_${k}`, `floor(random() * random() * ${10 ** (3 + (k % 4))})::int`)),
    ...many(10, (k) => both(`big_${k}`, `floor(random() * 1e${9 + (k % 6)})::bigint`)),
    ...many(10, (k) => both(`normal_${k}`, `${k} + sqrt(-2 * ln(1 - random())) * cos(6.283185307 * random())`)),
    ...many(10, (k) => both(`skewed_${k}`, `exp(${1 + k / 10} * sqrt(-2 * ln(1 - random())))`)),
    ...many(10, (k) => both(`amount_${k}`, `(random() * random() * ${100 * (k + 1)})::numeric(12, 2)`)),
    ...many(10, (k) =>
      both(
        `at_${k}`,
        `TIMESTAMP '2026-01-01 00:00:00' + floor(random() * ${86_400 * 30 * (k + 1)}) * INTERVAL '1 second'`,
      ),
    ),
    ...many(5, (k) => both(`day_${k}`, `DATE '2020-01-01' + floor(random() * ${400 * (k + 1)})::int`)),
    ...many(5, (k) => both(`flag_${k}`, `random() < ${(k + 1) / 10}`)),
    ...many(12, (k) => both(`kind_${k}`, `'word ' || floor(random() * random() * ${4 + 12 * k})::int`)),
    ...many(4, (k) => both(`mail_${k}`, `'user.' || floor(random() * ${250_000 * (k + 1)})::int || '@example.org'`)),
    ...many(4, (k) => both(`code_${k}`, `md5((random() * ${k + 1})::text)`)),
  ]
  return columns.map((column, position) => (position % 10 === 5 ? withNulls(column) : column))
}

function withNulls({ name, postgres, duckdb }: MixedColumn): MixedColumn {
  const sparse = (sql: string) => `CASE WHEN random() < 0.9 THEN ${sql} END`
  return { name, postgres: sparse(postgres), duckdb: sparse(duckdb) }
}

function many<Item>(count: number, make: (index: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => make(index))
}
