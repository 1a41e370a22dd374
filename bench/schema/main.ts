import { measureDiff } from './measure-diff'
import { printTable } from './report'

/**
 * How often the schema tools are right, on the labelled samples `SCHEMA_EVALS` names, and how the cost of a diff grows. Numbers on the command
 * line are sizes in columns; `--only-timings` leaves the scores out. The ratios travel between machines, the milliseconds do not.
 */
const args = process.argv.slice(2)
const sizes = args.map(Number).filter((size) => size > 0)

if (!args.includes('--only-timings') && (process.env.SCHEMA_EVALS ?? '') !== '') {
  await import('./score-facts')
  await import('./score-renames')
  await import('./score-classes')
  await import('./score-inference')
  await import('./score-keys')
  await import('./score-matching')
}
printTable(
  'diff of a tree of which 1 % of the columns changed one by one (best and median ms)',
  (sizes.length > 0 ? sizes : [12_500, 50_000, 200_000, 1_000_000]).map((size) => measureDiff(size, 0.01)),
)
