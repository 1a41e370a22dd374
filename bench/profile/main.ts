import { parseArgs } from 'node:util'
import { measureDuckdb } from './measure-duckdb'
import { measurePostgres } from './measure-postgres'

/**
 * What a full profile costs, as a ratio beside a plain statement of the same engine in the same run: milliseconds do not travel between machines,
 * ratios do. Tables are made in the engines themselves and dropped.
 *   node scripts/with-db.mjs node --import tsx bench/profile/main.ts [--rows 1000000] [--rounds 2] [--only postgres|exact|duckdb]
 */
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '2' },
    only: { type: 'string' },
  },
})
const MEMORY_MB_MAX = 300
const [rows, rounds] = [Number(values.rows), Number(values.rounds)]
const wants = (what: string) => values.only === undefined || values.only === what

const results = []
const precisions = (['sampled', 'exact'] as const).filter((precision) =>
  wants(precision === 'sampled' ? 'postgres' : 'exact'),
)
if (precisions.length > 0) results.push(...(await measurePostgres(rows, rounds, precisions)))
const memoryMb = Math.round(process.resourceUsage().maxRSS / 1_024)
// DuckDB runs inside this process with a limit of its own, so the process is weighed before.
if (wants('duckdb')) results.push(await measureDuckdb(rows, rounds))

console.log(`\nA full profile of ${rows.toLocaleString('en-US')} rows of 100 columns, best of ${rounds}`)
console.table(results)
const failures = results
  .filter(({ ratio, ceiling }) => ratio > ceiling)
  .map(({ what }) => `${what} is above its ceiling`)
if (precisions.length > 0) {
  console.log(`Memory of this process at most, with PostgreSQL: ${memoryMb} MB (ceiling ${MEMORY_MB_MAX})`)
  if (memoryMb > MEMORY_MB_MAX) failures.push('the process took too much memory')
}
for (const failure of failures) console.error(`FAILED: ${failure}`)
process.exitCode = failures.length > 0 ? 1 : 0
