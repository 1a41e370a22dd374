const COLUMNS = ['step', 'passed', 'failed', 'skipped', 'seconds']

/**
 * The table of what ran and, as its last line, the verdict. Nothing having passed is a failure.
 * @param {Array<{ name: string, seconds: number, passed: number, failed: number, skipped: number }>} results
 * @returns {{ text: string, failed: number }}
 */
export function summarise(results) {
  const rows = results.map((result) => [
    result.name,
    String(result.passed),
    String(result.failed),
    String(result.skipped),
    result.seconds.toFixed(1),
  ])
  const passed = sum(results, 'passed')
  const failed = passed === 0 ? Math.max(sum(results, 'failed'), 1) : sum(results, 'failed')
  return { text: `${table([COLUMNS, ...rows])}\n\n${passed} passed, ${failed} failed`, failed }
}

const sum = (results, key) => results.reduce((total, result) => total + result[key], 0)

function table(rows) {
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  const line = (row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  ')
  return rows.map(line).join('\n')
}
