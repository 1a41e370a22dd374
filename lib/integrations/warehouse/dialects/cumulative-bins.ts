import { type BinnedColumn, floatNumber, type Row } from './sql-dialect'

/**
 * Rows per bin for engines without a form of their own: one conditional count for each edge, of the rows below it, and the differences
 * taken here. One scan.
 */
export function cumulativeBins(columns: readonly BinnedColumn[], source: string, quote: (name: string) => string) {
  const counts = columns.flatMap(({ number, edges }, position) => [
    `COUNT(${number}) AS ${quote(`b${position}_all`)}`,
    ...edges.map(
      (edge, index) =>
        `COUNT(CASE WHEN ${number} < ${floatNumber(edge)} THEN 1 END) AS ${quote(`b${position}_${index}`)}`,
    ),
  ])
  return {
    sql: `SELECT ${counts.join(', ')} FROM ${source}`,
    read: ([row]: readonly Row[]) =>
      columns.map(({ edges }, position) => {
        const below = [
          ...edges.map((_, index) => Number(row?.[`b${position}_${index}`])),
          Number(row?.[`b${position}_all`]),
        ]
        return below.map((count, index) => count - (below[index - 1] ?? 0))
      }),
  }
}
