import { writeFileSync } from 'node:fs'
import { z } from 'zod'
import { matchColumns } from '@/lib/capabilities/mapping/domain/match/match-columns'
import { readJsonLines } from './read-json-lines'
import { halfOf, printTable, rates } from './report'

/**
 * Scores the matching of source columns onto target tables, without and with the table's name. With `--list` each miss and each false pair is
 * named, with `--predictions <file>` those without the name are also written for the samples' own scorer.
 */
const list = process.argv.includes('--list')
const at = process.argv.indexOf('--predictions')
const file = at === -1 ? undefined : process.argv[at + 1]
const columnSchema = z.object({
  name: z.string(),
  type: z.string().nullish(),
  description: z.string().nullish(),
  samples: z.array(z.string()).optional(),
})
const rowSchema = z.object({
  id: z.string(),
  table: z.string(),
  source: z.array(columnSchema),
  target: z.array(columnSchema),
  truth: z.array(z.object({ source: z.string(), target: z.string() })),
})
const rows = readJsonLines(['schema-matching', 'pairs.jsonl'], rowSchema)
const halves = ['all', 'A', 'B'] as const
printTable(
  'source columns onto a target table',
  [false, true].flatMap((isNamed) =>
    halves.flatMap((half) => {
      const chosen = rows.filter(({ id }) => half === 'all' || halfOf(id) === half)
      return [true, false].map((isRenamed) => ({
        what: isRenamed ? 'columns that differ in name' : 'all columns',
        table: isNamed ? 'named' : 'not named',
        half,
        ...rates(count(chosen, isNamed, isRenamed)),
      }))
    }),
  ),
)
if (list) {
  for (const row of rows) {
    const said = new Map(matchColumns(row.source, row.target).map(({ source, target }) => [source, target]))
    const truth = new Map(row.truth.map(({ source, target }) => [source, target]))
    for (const [source, target] of truth)
      if (said.get(source) !== target) console.log('missed', row.id, source, target, said.get(source))
    for (const [source, target] of said) if (!truth.has(source)) console.log('false ', row.id, source, target)
  }
}
if (file !== undefined) {
  const lines = rows.map(({ id, source, target }) => JSON.stringify({ id, matches: matchColumns(source, target) }))
  writeFileSync(file, `${lines.join('\n')}\n`)
}

function count(chosen: typeof rows, isNamed: boolean, isRenamed: boolean) {
  const total = { right: 0, wrong: 0, missed: 0 }
  for (const row of chosen) {
    const truth = new Set(row.truth.map(({ source, target }) => JSON.stringify([source, target])))
    let right = 0
    for (const { source, target } of matchColumns(row.source, row.target, isNamed ? row.table : undefined)) {
      const isRight = truth.has(JSON.stringify([source, target]))
      if (isRight && (!isRenamed || source !== target)) right += 1
      if (!isRight) total.wrong += 1
    }
    total.right += right
    total.missed += row.truth.filter(({ source, target }) => !isRenamed || source !== target).length - right
  }
  return total
}
