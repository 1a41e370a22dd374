import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { CsvReader } from '@/lib/capabilities/mapping/domain/records/csv-reader'
import { inferTables } from '@/lib/capabilities/mapping/domain/records/infer-from-profile'
import { TableProfile } from '@/lib/capabilities/mapping/domain/records/table-profile'
import { evaluationFolder, readJsonLines } from './read-json-lines'
import { halfOf, printTable, share } from './report'

/**
 * Scores the keys and types inferred from CSV files of tables as Fivetran delivers them. With `--list` each miss is named, with
 * `--predictions <folder>` the predictions are also written for the samples' own scorer.
 */
const list = process.argv.includes('--list')
const at = process.argv.indexOf('--predictions')
const folder = at === -1 ? undefined : process.argv[at + 1]
const rowSchema = z.object({
  connector: z.string(),
  table: z.string(),
  file: z.string(),
  primaryKey: z.array(z.string()),
  uniqueInSample: z.boolean(),
})
const rows = readJsonLines(['fivetran-shaped', 'primary-keys.jsonl'], rowSchema)
const predictions = rows.map((row) => ({ row, candidates: candidatesOf(row.file, row.table) }))

const judged = predictions
  .filter(({ row }) => row.uniqueInSample)
  .map(({ row, candidates }) => ({
    id: `${row.connector}.${row.table}`,
    isComposite: row.primaryKey.length > 1,
    rank: candidates.findIndex((key) => isSame(key, row.primaryKey)),
    best: candidates[0],
    truth: row.primaryKey,
  }))
const groups = {
  all: judged,
  single: judged.filter((one) => !one.isComposite),
  composite: judged.filter((one) => one.isComposite),
}
printTable(
  'keys of Fivetran-shaped tables: first proposal right',
  Object.entries(groups).map(([name, group]) => ({
    what: name,
    tables: group.length,
    all: share(group, ({ rank }) => rank === 0),
    'half A': share(
      group.filter(({ id }) => halfOf(id) === 'A'),
      ({ rank }) => rank === 0,
    ),
    'half B': share(
      group.filter(({ id }) => halfOf(id) === 'B'),
      ({ rank }) => rank === 0,
    ),
    'among three': share(group, ({ rank }) => rank >= 0 && rank < 3),
  })),
)
if (list) for (const one of judged) if (one.rank !== 0) console.log('missed', one.id, one.truth, one.best, one.rank)
if (folder !== undefined) {
  const lines = predictions.map(({ row: { connector, table }, candidates }) =>
    JSON.stringify({ connector, table, candidates }),
  )
  writeFileSync(join(folder, 'keys.jsonl'), `${lines.join('\n')}\n`)
}

function candidatesOf(file: string, table: string): string[][] {
  const reader = new CsvReader()
  const profile = new TableProfile(true)
  const text = readFileSync(join(evaluationFolder(), 'fivetran-shaped', file), 'utf8')
  for (const row of [...reader.push(text), ...reader.finish()]) profile.addRecord(row)
  return inferTables(table, profile, 'text')[0]?.primaryKeyCandidates.map(({ columns }) => columns) ?? []
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  const sorted = (names: readonly string[]) => JSON.stringify(names.map((name) => name.toLowerCase()).sort())
  return sorted(one) === sorted(other)
}
