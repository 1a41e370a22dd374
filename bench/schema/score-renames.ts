import { writeFileSync } from 'node:fs'
import { predictRow, readDriftRows, readTypeMap } from './drift-sample'

/**
 * Scores the rename suggestions on the labelled steps. With `--predictions <file>` the predictions are also written for the sample's own
 * scorer; with `--list` each miss and each false pair is named.
 */
const types = readTypeMap()
const rows = readDriftRows()
const counts = { right: 0, wrong: 0, missed: 0, suspectedRight: 0, suspectedWrong: 0 }
const tables = { right: 0, wrong: 0, missed: 0 }
const quietRows = { rows: 0, falseAlarms: 0 }
const lines: string[] = []
const list = process.argv.includes('--list')

for (const row of rows) {
  const predicted = predictRow(row, types)
  const key = (pair: { table: string; from: string; to: string }) => `${pair.table} ${pair.from} ${pair.to}`
  const truth = new Set(row.truth.renamed.map((pair) => key({ ...pair, table: nameBefore(row, pair.table) })))
  const ambiguous = new Set(row.truth.ambiguous.map((pair) => key({ ...pair, table: nameBefore(row, pair.table) })))
  const judged = predicted.suggestions.filter((pair) => !ambiguous.has(key(pair)))
  const right = judged.filter((pair) => truth.has(key(pair)))
  counts.right += right.length
  counts.wrong += judged.length - right.length
  counts.missed += truth.size - right.length
  const suspected = predicted.suspected.filter((pair) => !ambiguous.has(key(pair)))
  const suspectedRight = suspected.filter((pair) => truth.has(key(pair))).length
  counts.suspectedRight += suspectedRight
  counts.suspectedWrong += suspected.length - suspectedRight
  if (truth.size === 0) {
    quietRows.rows += 1
    if (judged.length > 0) quietRows.falseAlarms += 1
  }
  const tableTruth = new Set(row.truth.renamedTables.map(({ from, to }) => `${from} ${to}`))
  const tableAmbiguous = new Set((row.truth.ambiguousTables ?? []).map(({ from, to }) => `${from} ${to}`))
  const tablePairs = predicted.tableRenames
    .map(({ from, to }) => `${from} ${to}`)
    .filter((pair) => !tableAmbiguous.has(pair))
  const tablesRight = tablePairs.filter((pair) => tableTruth.has(pair)).length
  tables.right += tablesRight
  tables.wrong += tablePairs.length - tablesRight
  tables.missed += tableTruth.size - tablesRight
  if (list) {
    for (const pair of judged)
      if (!truth.has(key(pair))) console.log('false', row.id, key(pair), pair.confidence.toFixed(2))
    for (const pair of truth) if (!right.some((found) => key(found) === pair)) console.log('missed', row.id, pair)
  }
  lines.push(
    JSON.stringify({
      id: row.id,
      renamed: predicted.suggestions.map(({ table, from, to, confidence }) => ({ table, from, to, confidence })),
      renamedTables: predicted.tableRenames.map(({ from, to, confidence }) => ({ from, to, confidence })),
    }),
  )
}

const at = process.argv.indexOf('--predictions')
const file = at === -1 ? undefined : process.argv[at + 1]
if (file !== undefined) writeFileSync(file, `${lines.join('\n')}\n`)
console.log('column renames', { ...counts, ...rates(counts) })
console.log('table renames ', { ...tables, ...rates(tables) })
console.log('steps without a rename', quietRows)

function rates({ right, wrong, missed }: { right: number; wrong: number; missed: number }) {
  const precision = right / Math.max(1, right + wrong)
  const recall = right / Math.max(1, right + missed)
  return {
    precision: precision.toFixed(3),
    recall: recall.toFixed(3),
    f1: ((2 * right) / Math.max(1, 2 * right + wrong + missed)).toFixed(3),
  }
}

function nameBefore(row: { truth: { renamedTables: { from: string; to: string }[] } }, table: string): string {
  return row.truth.renamedTables.find(({ to }) => to === table)?.from ?? table
}
