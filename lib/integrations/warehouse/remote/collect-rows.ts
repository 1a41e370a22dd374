import type { Row } from '../dialects/sql-dialect'

/** Templates bound their answers; more than this is a fault of ours and not a table. */
const ROWS_MAX = 50_000
const BYTES_MAX = 64 * 2 ** 20

/** All rows of an answer. Refuses one larger than a template can ask for with a `RangeError`, and stops reading: the engine then cancels it. */
export async function collectRows(answer: AsyncIterable<Row>): Promise<Row[]> {
  const rows: Row[] = []
  let bytes = 0
  for await (const row of answer) {
    for (const value of Object.values(row)) bytes += typeof value === 'string' ? value.length : 8
    if (rows.length >= ROWS_MAX) throw new RangeError(`A statement yielded more than ${ROWS_MAX} rows`)
    if (bytes > BYTES_MAX) throw new RangeError(`A statement yielded more than ${BYTES_MAX} bytes`)
    rows.push(row)
  }
  return rows
}
